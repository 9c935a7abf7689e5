import type { Moment } from '../../../src/domain/people/access.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { submitted } from '../../support/referrals.ts';
import { transfer } from '../../support/transfers.ts';

/** Users who see all, much, little and nothing of it. */
export const viewersOfLists = [
  'north.manager',
  'south.manager',
  'valley.admin',
  'noecm.manager',
  'expired.manager',
  'ens.admin',
] as const;

/** Searches of every kind: none, beginnings, several words, a typing error, a Case ID and its beginning, and what matches nothing. */
export const searchesOfLists = [
  '',
  'd',
  'diaz',
  'ros di',
  'Diza',
  'O’',
  '5024',
  '50244764',
  'nobody at all',
  '%',
  'mac donald',
] as const;

/** A house with referrals of every effect on who sees whom: open, closed, for information, and one by which a case has moved. */
export async function buildHouseOfLists(): Promise<{ house: House; moment: Moment }> {
  const house = await buildHouse();
  const north = await house.actor('north.manager');
  for (const type of ['CASE_TRANSFER', 'INFORMATIONAL_WITHIN', 'CASE_TRANSFER'] as const) {
    const { id: caseId } = await openCase(house, 'north.manager');
    await submitted(house, north, { caseId, type });
    if (type === 'CASE_TRANSFER') continue;
    await house.database.case.update({
      where: { id: caseId },
      data: { status: 'CLOSED', closedOn: new Date('2026-01-05') },
    });
  }
  const { id } = await openCase(house, 'north.manager');
  await submitted(house, north, { caseId: id, type: 'CASE_TRANSFER' });
  await transfer(house, await house.actor('south.manager'), id);
  const now = house.platform.now();
  return { house, moment: { now, day: programDay(now, house.platform.timeZone) } };
}
