import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { placeholders } from '../../../src/domain/correspondence/fill-placeholders.ts';
import { TemplateRetired } from '../../../src/domain/correspondence/inspect-template.ts';
import { type PreviewedText, previewTemplate } from '../../../src/domain/correspondence/preview-template.ts';
import { retireTemplate } from '../../../src/domain/correspondence/retire-template.ts';
import { NotFound } from '../../../src/domain/errors.ts';
import { ReferralType } from '../../../src/generated/prisma/enums.ts';
import { readPdf } from '../../documents/letter/read-pdf.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { fieldsRefused } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';
import { newestTemplate, publish, textsWith } from '../../support/templates.ts';

let house: House;
let ens: Actor;
beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
});
afterAll(async () => await house.stop());

const preview = (input: Partial<Parameters<typeof previewTemplate>[2]> = {}) =>
  previewTemplate(ens, house.platform, { texts: textsWith('Planned'), ...input });
const referralType = 'CASE_TRANSFER';

/** What the letter of a preview says. */
async function wordsOf(text: PreviewedText | null): Promise<string> {
  if (text === null) throw new Error('There is no preview');
  return (await readPdf((await text.letter()).pdf)).pages.join(' ');
}

describe('a preview with sample data', () => {
  it('[R14] [R22] shows subject, content and letter in each language, before anything is published', async () => {
    const before = await snapshot(house.database);
    const { problems, EN, FR } = await preview({ referralType });
    expect(problems).toEqual([]);
    expect(EN).toMatchObject({ emailSubject: 'Planned subject EN', emailContent: 'Planned content EN' });
    expect(FR).toMatchObject({ emailSubject: 'Planned subject FR', emailContent: 'Planned content FR' });
    expect(await wordsOf(EN)).toContain('Planned letter EN about Zoé Kɨtpu Sample.');
    expect(await wordsOf(EN)).toContain('March 5, 2026');
    expect(await wordsOf(FR)).toContain('Planned letter FR about Zoé Kɨtpu Sample.');
    expect(await wordsOf(FR)).toContain('5 mars 2026');
    expect(await snapshot(house.database)).toEqual(before);
  });

  it('renders a letter once, however often it is asked for in one answer', async () => {
    const { EN } = await preview({ referralType });
    expect(EN?.letter()).toBe(EN?.letter());
    await EN?.letter();
  });

  it.each(Object.values(ReferralType))('[R22] gives every placeholder a value for %s', async (type) => {
    const letterBody = placeholders.map((name) => `${name}=<{{${name}}}>`).join('\n');
    const both = { letterBody };
    const { EN, FR } = textsWith('All');
    const shown = await preview({
      referralType: type,
      texts: { EN: { ...EN, ...both }, FR: { ...FR, ...both } },
    });
    for (const text of [shown.EN, shown.FR]) {
      const words = await wordsOf(text);
      for (const name of placeholders) expect(words).toMatch(new RegExp(`${name}=<[^<>{}]+>`));
    }
  });

  it('[B2] is the same bytes for the same texts, on whatever day', async () => {
    const first = await (await preview({ referralType })).EN?.letter();
    house.setNow(new Date('2031-01-01T00:00:00Z'));
    expect(await (await preview({ referralType })).EN?.letter()).toEqual(first);
    house.setNow(new Date());
    expect(await (await preview({ referralType })).FR?.letter()).not.toEqual(first);
  });

  it('[R22] names every problem, and still shows the language that is sound', async () => {
    const { EN, FR } = textsWith('Half');
    const unfinished = await preview({ referralType, texts: { EN, FR: null } });
    expect(unfinished.problems.map(({ kind }) => kind)).toEqual(['MISSING_LANGUAGE']);
    expect(unfinished.FR).toBeNull();
    expect(await wordsOf(unfinished.EN)).toContain('Half letter EN');

    const wrong = { ...EN, emailSubject: 'For {{clientName}}', letterTitle: '' };
    const { problems, ...shown } = await preview({ referralType, texts: { EN: wrong, FR } });
    expect(problems.map(({ kind, field }) => `${kind} ${field}`)).toEqual([
      'MISPLACED_PLACEHOLDER emailSubject',
      'EMPTY letterTitle',
    ]);
    expect(shown.EN).toBeNull();
    expect(await wordsOf(shown.FR)).toContain('Half letter FR');
  });

  it('[R8] tells that the name is taken, but for the template’s own', async () => {
    const { templateId, texts } = await newestTemplate(house.database, referralType);
    expect((await preview({ templateId, texts })).problems).toEqual([]);
    expect((await preview({ referralType, texts })).problems.map(({ kind }) => kind)).toEqual([
      'NAME_TAKEN',
      'NAME_TAKEN',
    ]);
  });
});

describe('a preview is refused', () => {
  it('without saying what the texts are for', async () => {
    expect(await fieldsRefused(preview())).toEqual(['templateId', 'referralType']);
  });

  it('for a template that is unknown or retired', async () => {
    const unknown = preview({ templateId: '00000000-0000-7000-8000-000000000000' });
    await expect(unknown).rejects.toBeInstanceOf(NotFound);
    const templateId = await publish(house, referralType, textsWith('Brief'), 'new template');
    await retireTemplate(ens, house.platform, { templateId, confirm: true });
    await expect(preview({ templateId })).rejects.toBeInstanceOf(TemplateRetired);
  });
});
