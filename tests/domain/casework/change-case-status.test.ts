import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { changeCaseStatus, type StatusWish } from '../../../src/domain/casework/change-case-status.ts';
import { statusMoveFacts, statusMoves } from '../../../src/domain/casework/status-moves.ts';
import { programDay } from '../../../src/domain/program-day.ts';
import { submitReferral } from '../../../src/domain/referrals/submit-referral.ts';
import { transferCase } from '../../../src/domain/transfers/transfer-case.ts';
import { CaseStatus } from '../../../src/generated/prisma/enums.ts';
import { openCase, setCaseStatus } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { race } from '../../support/racing.ts';
import { completeDraft, submitted } from '../../support/referrals.ts';
import { fieldsRefused, refusalOf, refusalWithoutChange } from '../../support/refusal.ts';
import { goodChoices } from '../../support/transfers.ts';

let house: House;
let north: Actor;
let south: Actor;
let caseId: string;
beforeAll(async () => {
  house = await buildHouse();
  north = await house.actor('north.manager');
  south = await house.actor('south.manager');
});
beforeEach(async () => {
  caseId = (await openCase(house, 'north.manager')).id;
});
afterAll(async () => await house.stop());

const move = (status: CaseStatus, more: Partial<StatusWish> = {}, by = north) =>
  changeCaseStatus(by, house.platform, { caseId, status, confirm: false, ...more });
const now = () => house.database.case.findUniqueOrThrow({ where: { id: caseId } });
const history = () =>
  house.database.caseStatusChange.findMany({
    where: { caseId },
    orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
  });
const reason = 'The client has come back.';

/** The table, as the guide to it says; `r` where a reason is needed, `·` where it stays, `-` where it cannot go. */
const table = [
  'INTAKE      · + - - +',
  'ASSESSMENT  + · + - +',
  'ACTION_PLAN - + · + +',
  'FOLLOW_UP   - - + · +',
  'CLOSED      r r r r ·',
];

describe('the table of moves', () => {
  it.each(table)('[R25] [R27] %s', async (row) => {
    const [from = '', ...cells] = row.split(/\s+/);
    for (const [place, to] of Object.values(CaseStatus).entries()) {
      const cell = cells[place];
      await setCaseStatus(house, caseId, from as CaseStatus);
      const answer = await move(to, { reason: cell === 'r' ? reason : null }).then(
        () => 'done',
        ({ code }: { code: string }) => code,
      );
      expect(`${from} ${to} ${answer}`).toBe(
        `${from} ${to} ${cell === '-' ? 'CASE_STATUS_NOT_REACHABLE' : 'done'}`,
      );
      expect((await now()).status).toBe(cell === '-' ? from : to);
      if (cell !== 'r') continue;
      await setCaseStatus(house, caseId, 'CLOSED');
      expect(await fieldsRefused(move(to))).toEqual(['reason']);
    }
  });

  it('[B6] is what statusMoves says, with what each move asks for', async () => {
    const moves = async () => {
      const at = { now: house.platform.now(), day: programDay(house.platform.now(), 'America/Halifax') };
      return statusMoves(
        await house.database.case.findUniqueOrThrow({ where: { id: caseId }, select: statusMoveFacts(at) }),
      );
    };
    expect(await moves()).toEqual([
      { status: 'ASSESSMENT', asksFor: [] },
      { status: 'FOLLOW_UP', asksFor: [] },
      { status: 'CLOSED', asksFor: [] },
    ]);
    await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
    expect((await moves())[2]).toEqual({ status: 'CLOSED', asksFor: ['REASON', 'CONFIRMATION'] });
    await setCaseStatus(house, caseId, 'CLOSED');
    expect((await moves())[0]).toEqual({ status: 'INTAKE', asksFor: ['REASON'] });
  });
});

describe('a change of status', () => {
  it('[D14] is in the history of the case and in the audit trail; closing keeps the day, reopening takes it away', async () => {
    await move('CLOSED', { reason: '  Found work.\r\n' });
    expect((await now()).closedOn).toEqual(programDay(house.platform.now(), 'America/Halifax'));
    await move('ASSESSMENT', { reason });
    expect(await now()).toMatchObject({ status: 'ASSESSMENT', closedOn: null });
    expect(await history()).toMatchObject([
      { from: 'ACTION_PLAN', to: 'CLOSED', changedById: north.staffId, reason: 'Found work.' },
      { from: 'CLOSED', to: 'ASSESSMENT', changedById: north.staffId, reason },
    ]);
    const events = await house.database.auditEvent.findMany({
      where: { caseId, action: 'case.changeStatus' },
    });
    expect(events.map(({ details }) => details)).toEqual([
      ['status', 'reason'],
      ['status', 'reason'],
    ]);
  });

  it('to where the case is already changes nothing, and is no error', async () => {
    await move('CLOSED');
    const before = await now();
    await move('CLOSED');
    expect(await now()).toEqual(before);
    expect(await history()).toHaveLength(1);
  });

  it('is refused where the case has changed since the user saw it', async () => {
    const { version } = await now();
    await move('ASSESSMENT', { version });
    const stale = await refusalWithoutChange(house.database, () => move('INTAKE', { version }));
    expect(stale).toMatchObject({ code: 'STALE_RECORD', version: (await now()).version });
  });

  it('[R25] after a referral for information, inside or outside, closing asks nothing, and what it gave stays', async () => {
    await submitted(house, north, { caseId, type: 'INFORMATIONAL_OUTSIDE' });
    await submitted(house, north, { caseId, type: 'INFORMATIONAL_WITHIN' });
    await move('CLOSED');
    expect(await house.database.referralAccess.count({ where: { caseId, endedAt: null } })).toBe(1);
  });

  it.each(['FOLLOW_UP', 'CLOSED'] as const)(
    '[R27] [R31] [D3] to %s withdraws open Case Transfer referrals, once a reason and the confirmation are there',
    async (status) => {
      const referralId = await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
      const draft = await completeDraft(house, north, { caseId, type: 'CASE_TRANSFER' });
      expect(await fieldsRefused(move(status))).toEqual(['reason']);
      const asked = await refusalWithoutChange(house.database, () => move(status, { reason }));
      expect(asked).toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
      expect((asked as Error).message).toMatch(/told: 1\./);
      await move(status, { reason, confirm: true });
      expect(await house.database.referralAccess.findUniqueOrThrow({ where: { referralId } })).toMatchObject({
        ...{ endCause: 'WITHDRAWN', endReason: reason, endedById: north.staffId },
      });
      const told = { referralId, type: 'REFERRAL_WITHDRAWN', organizationId: south.organizationId } as const;
      expect(await house.database.homepageTask.count({ where: told })).toBeGreaterThan(0);
      expect(await house.database.referral.count({ where: { id: draft, status: 'DRAFT' } })).toBe(1);
    },
  );

  it('[R32] is for the organization that manages the case alone, and not for every role', async () => {
    await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
    const code = async (by: Actor) =>
      ((await refusalWithoutChange(house.database, () => move('CLOSED', {}, by))) as { code?: string }).code;
    expect(await code(south)).toBe('NOT_ALLOWED');
    expect(await code(await house.actor('ens.admin'))).toBe('NOT_ALLOWED');
    expect(await code({ ...north, roles: ['AUDITOR'] })).toBe('NOT_ALLOWED');
    expect(await code(await house.actor('valley.manager'))).toBe('NOT_FOUND');
  });
});

describe('a case that is reopened', () => {
  beforeEach(async () => await setCaseStatus(house, caseId, 'CLOSED'));

  it('goes on with its case manager, who is told where somebody else reopens it', async () => {
    await move('ACTION_PLAN', { reason }, await house.actor('north.admin'));
    const told = { caseId, type: 'CASE_ASSIGNED', assigneeId: north.staffId } as const;
    expect(await house.database.homepageTask.count({ where: told })).toBe(1);
  });

  it('needs another one where the former is no longer there', async () => {
    const { staffId } = await house.actor('north.manager2');
    await house.database.case.update({ where: { id: caseId }, data: { caseManagerId: staffId } });
    await house.database.staff.update({ where: { id: staffId }, data: { disabledAt: new Date() } });
    expect(await fieldsRefused(move('INTAKE', { reason }))).toEqual(['caseManagerId']);
    expect(await fieldsRefused(move('INTAKE', { reason, caseManagerId: south.staffId }))).toEqual([
      'caseManagerId',
    ]);
    await move('INTAKE', { reason, caseManagerId: north.staffId });
    expect((await now()).caseManagerId).toBe(north.staffId);
    await house.database.staff.update({ where: { id: staffId }, data: { disabledAt: null } });
    expect(await fieldsRefused(move('CLOSED', { caseManagerId: north.staffId }))).toEqual(['caseManagerId']);
  });
});

describe('[D9] at the same moment', () => {
  it('as a transfer is completed: whichever comes first, the case is not both closed and moved', async () => {
    for (const first of ['close', 'transfer'] as const) {
      caseId = (await openCase(house, 'north.manager')).id;
      await submitted(house, north, { caseId, type: 'CASE_TRANSFER' });
      const choices = { ...(await goodChoices(house, south)), caseId, confirm: true };
      const attempts = [
        () => move('CLOSED', { reason, confirm: true }),
        () => transferCase(south, house.platform, choices),
      ];
      if (first === 'transfer') attempts.reverse();
      const [one, other] = await race(house.url, caseId, attempts, 'ONE_AFTER_THE_OTHER');
      expect([one?.status, other?.status]).toEqual(['fulfilled', 'rejected']);
      expect(await now()).toMatchObject(
        first === 'close'
          ? { status: 'CLOSED', organizationId: north.organizationId }
          : { status: 'ACTION_PLAN', organizationId: south.organizationId },
      );
    }
  });

  it('as a Case Transfer referral is submitted: none is left open on a closed case', async () => {
    const referralId = await completeDraft(house, north, { caseId, type: 'CASE_TRANSFER' });
    const attempts = await race(house.url, caseId, [
      () => submitReferral(north, house.platform, { referralId, confirm: true }),
      () => move('CLOSED', { reason, confirm: true }),
    ]);
    expect(attempts[1]?.status).toBe('fulfilled');
    expect(await house.database.referralAccess.count({ where: { caseId, endedAt: null } })).toBe(0);
  });

  it('as it is changed by two: the second is told what is, and nothing is lost', async () => {
    const { version } = await now();
    const attempts = await race(house.url, caseId, [
      () => move('FOLLOW_UP', { version }),
      () => move('ASSESSMENT', { version }),
    ]);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(move('INTAKE', { version }))).toMatchObject({ code: 'STALE_RECORD' });
  });
});
