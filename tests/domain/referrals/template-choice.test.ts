import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { addReferral } from '../../../src/domain/referrals/add-referral.ts';
import type { DraftInput } from '../../../src/domain/referrals/draft-input.ts';
import { EditsWouldBeLost, type LostEdit } from '../../../src/domain/referrals/template-choice.ts';
import { updateReferral } from '../../../src/domain/referrals/update-referral.ts';
import type { Referral } from '../../../src/generated/prisma/client.ts';
import { openCase } from '../../support/cases.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { refusalOf } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';
import { newestTemplate, publish, textsWith } from '../../support/templates.ts';

type Input = DraftInput & { discardEdits?: boolean };

const type = 'CASE_TRANSFER';
const mine = { emailSubject: 'My subject', emailContent: 'My words.\n\nMore of them.' };

let house: House;
let manager: Actor;
let templateId: string;
let english: typeof mine;
let french: typeof mine;
let id: string;

beforeAll(async () => {
  house = await buildHouse();
  manager = await house.actor('north.manager');
  const template = await newestTemplate(house.database, type);
  ({ templateId } = template);
  const set = ({ emailSubject, emailContent }: typeof mine) => ({ emailSubject, emailContent });
  english = set(template.texts.EN);
  french = set(template.texts.FR);
});
beforeEach(async () => {
  const { id: caseId } = await openCase(house, 'north.manager');
  id = await addReferral(manager, house.platform, { caseId, type });
});
afterAll(async () => await house.stop());

const update = (input: Input) => updateReferral(manager, house.platform, { referralId: id, ...input });
const load = (): Promise<Referral> => house.database.referral.findUniqueOrThrow({ where: { id } });
const texts = async () => {
  const { emailSubject, emailContent } = await load();
  return { emailSubject, emailContent };
};

/** The edits that an update would lose; it must have changed nothing. */
async function lostBy(input: Input): Promise<LostEdit[]> {
  const before = await snapshot(house.database);
  const refusal = await refusalOf(update(input));
  if (!(refusal instanceof EditsWouldBeLost)) throw refusal;
  expect(await snapshot(house.database)).toEqual(before);
  return refusal.edits;
}

describe('edits on top of a template', () => {
  beforeEach(async () => await update({ templateId }));

  it('[B4] are named with both texts before another language overwrites them', async () => {
    await update(mine);
    expect(await lostBy({ language: 'FR' })).toEqual([
      { field: 'emailSubject', current: mine.emailSubject, replacement: french.emailSubject },
      { field: 'emailContent', current: mine.emailContent, replacement: french.emailContent },
    ]);
  });

  it('[B4] are named one by one: a text left as the template set it is not among them', async () => {
    await update({ emailContent: mine.emailContent });
    expect(await lostBy({ language: 'FR' })).toMatchObject([{ field: 'emailContent' }]);
    await update({ emailContent: english.emailContent, emailSubject: mine.emailSubject });
    expect(await lostBy({ language: 'FR' })).toMatchObject([{ field: 'emailSubject' }]);
  });

  it('[B4] are named before another template overwrites them', async () => {
    const other = await publish(house, type, textsWith('Another'), 'new template');
    await update(mine);
    expect(await lostBy({ templateId: other })).toEqual([
      { field: 'emailSubject', current: mine.emailSubject, replacement: 'Another subject EN' },
      { field: 'emailContent', current: mine.emailContent, replacement: 'Another content EN' },
    ]);
  });

  it('[B4] are named before they go with the template, which nothing replaces', async () => {
    await update(mine);
    expect(await lostBy({ templateId: null })).toEqual([
      { field: 'emailSubject', current: mine.emailSubject, replacement: null },
      { field: 'emailContent', current: mine.emailContent, replacement: null },
    ]);
    await update({ templateId: null, discardEdits: true });
    expect(await load()).toMatchObject({
      ...{ templateId: null, templateVersionId: null, emailSubject: null, emailContent: null },
    });
  });

  it('[B4] [R10] are overwritten once that is agreed to', async () => {
    await update(mine);
    await update({ language: 'FR', discardEdits: true });
    expect(await load()).toMatchObject({ language: 'FR', templateId, ...french });
  });

  it('[B4] are not asked about where there are none, in either language', async () => {
    await update({ language: 'FR' });
    expect(await texts()).toEqual(french);
    await update({ language: 'EN' });
    expect(await texts()).toEqual(english);
    await update({ ...mine, language: 'EN' });
    await update({ ...english });
    await update({ language: 'FR' });
    expect(await texts()).toEqual(french);
  });

  it('[B4] that the same input replaces are not lost silently, and what it gives counts', async () => {
    await update(mine);
    const other = { emailSubject: 'Nouvel objet', emailContent: null };
    await update({ language: 'FR', ...other });
    expect(await load()).toMatchObject({ language: 'FR', ...other });
    await update({ ...mine });
    expect(await lostBy({ language: 'EN', emailSubject: mine.emailSubject })).toMatchObject([
      { field: 'emailContent', replacement: english.emailContent },
    ]);
  });

  it('[B4] that say already what the change would set are not lost', async () => {
    await update({ emailSubject: french.emailSubject });
    await update({ language: 'FR' });
    expect(await texts()).toEqual(french);
  });

  it('[B4] an emptied text has nothing to lose', async () => {
    await update({ emailSubject: null, emailContent: ' \n ' });
    await update({ language: 'FR' });
    expect(await texts()).toEqual(french);
  });

  it('[R10] stay where template and language are given as they are, with or without discardEdits', async () => {
    await update(mine);
    await update({ templateId, language: 'EN', discardEdits: true });
    expect(await texts()).toEqual(mine);
  });
});

describe('texts typed before any template', () => {
  it('[B4] are edits, which choosing a template would overwrite', async () => {
    await update({ emailSubject: mine.emailSubject });
    expect(await lostBy({ templateId })).toEqual([
      { field: 'emailSubject', current: mine.emailSubject, replacement: english.emailSubject },
    ]);
    await update({ templateId, discardEdits: true });
    expect(await texts()).toEqual(english);
  });

  it('[R10] stay when the language changes, for no template sets others', async () => {
    await update(mine);
    await update({ language: 'FR' });
    expect(await load()).toMatchObject({ language: 'FR', ...mine });
    await update({ templateId: null });
    expect(await texts()).toEqual(mine);
  });

  it('[R9] stay where they come along with the template', async () => {
    await update({ templateId, ...mine });
    expect(await load()).toMatchObject({ templateId, ...mine });
  });
});

it('[B4] other fields are saved without a question while there are edits', async () => {
  await update({ templateId });
  await update(mine);
  await update({ contactName: 'Joel', emailTo: 'joel@southshoreworks.example' });
  expect(await load()).toMatchObject({ contactName: 'Joel', ...mine });
});

it('[B4] edits count from the version that the draft has, not from one published since', async () => {
  const other = 'INFORMATIONAL_OUTSIDE';
  const { caseId } = await load();
  id = await addReferral(manager, house.platform, { caseId, type: other });
  await update({ templateId: (await newestTemplate(house.database, other)).templateId });
  await publish(house, other, textsWith('Newer'));
  await update({ language: 'FR' });
  expect(await texts()).toEqual({ emailSubject: 'Newer subject FR', emailContent: 'Newer content FR' });
});
