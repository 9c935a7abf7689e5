import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { TemplateRetired } from '../../../src/domain/correspondence/inspect-template.ts';
import { InvalidTemplate } from '../../../src/domain/correspondence/invalid-template.ts';
import { publishTemplate, StaleTemplate } from '../../../src/domain/correspondence/publish-template.ts';
import { retireTemplate } from '../../../src/domain/correspondence/retire-template.ts';
import { ConfirmationRequired, NotFound } from '../../../src/domain/errors.ts';
import { buildHouse, type House } from '../../support/house.ts';
import { fieldsRefused, refusalOf } from '../../support/refusal.ts';
import { snapshot } from '../../support/snapshot.ts';
import { newestTemplate, publish, textsWith } from '../../support/templates.ts';

let house: House;
let ens: Actor;
beforeAll(async () => {
  house = await buildHouse();
  ens = await house.actor('ens.admin');
});
afterAll(async () => await house.stop());

const type = 'CASE_TRANSFER';
const newest = () => newestTemplate(house.database, type);
const versionsOf = (templateId: string) =>
  house.database.correspondenceTemplateVersion.findMany({
    where: { templateId },
    orderBy: { number: 'asc' },
    include: { texts: { orderBy: { language: 'asc' } } },
  });
const publishAs = (input: Partial<Parameters<typeof publishTemplate>[2]>) =>
  publishTemplate(ens, house.platform, { texts: textsWith('Any'), confirm: true, ...input });

describe('publishing', () => {
  it('[R22] adds a version with its texts in both languages, and leaves the earlier ones as they are', async () => {
    const { templateId, version, texts } = await newest();
    const before = await versionsOf(templateId);
    const now = new Date('2026-06-01T12:00:00Z');
    house.setNow(now);
    const changed = { ...texts, FR: { ...texts.FR, name: '  Autre nom ', emailContent: 'Un\r\nDeux\r' } };
    expect(await publishAs({ templateId, version, texts: changed })).toBe(templateId);
    const [added, ...others] = (await versionsOf(templateId)).slice(before.length);
    expect(others).toEqual([]);
    expect(added).toMatchObject({
      number: version + 1,
      publishedById: ens.staffId,
      publishedAt: now,
      texts: [
        { language: 'EN', ...texts.EN },
        { language: 'FR', ...texts.FR, name: 'Autre nom', emailContent: 'Un\nDeux\n' },
      ],
    });
    expect((await versionsOf(templateId)).slice(0, before.length)).toEqual(before);
  });

  it('[R8] [R22] adds a template to those of its type, beginning with version 1', async () => {
    const id = await publish(house, 'INFORMATIONAL_WITHIN', textsWith('Second'), 'new template');
    expect(await house.database.correspondenceTemplate.findUniqueOrThrow({ where: { id } })).toMatchObject({
      referralType: 'INFORMATIONAL_WITHIN',
      retiredAt: null,
    });
    expect((await versionsOf(id)).map(({ number }) => number)).toEqual([1]);
  });

  it('[R22] asks for confirmation, and tells how many drafts keep what they have; until then nothing changes', async () => {
    const { templateId, version } = await newest();
    const before = await snapshot(house.database);
    for (const target of [{ templateId, version }, { referralType: type } as const]) {
      const refusal = await refusalOf(publishAs({ ...target, confirm: false }));
      expect(refusal).toBeInstanceOf(ConfirmationRequired);
    }
    const refusal = await refusalOf(publishAs({ templateId, version, confirm: false }));
    expect(refusal).toMatchObject({
      text: {
        EN: expect.stringMatching(/will get version 3 at once\..*drafts with this template: 0\./),
        FR: expect.stringMatching(/la version 3\..*ébauches qui ont ce modèle : 0\./),
      },
    });
    expect(await snapshot(house.database)).toEqual(before);
  });

  it('[D14] leaves an event that names the texts that changed, and none of what they say', async () => {
    const { templateId, version, texts } = await newest();
    const changed = { EN: { ...texts.EN, letterBody: `${texts.EN.letterBody}\n\nBye.` }, FR: texts.FR };
    await publishAs({ templateId, version, texts: changed });
    const where = { entityId: templateId, action: 'template.publish' };
    const events = await house.database.auditEvent.findMany({ where, orderBy: { id: 'desc' } });
    expect(events[0]).toMatchObject({
      actorId: ens.staffId,
      entityType: 'CorrespondenceTemplate',
      outcome: 'DONE',
      details: ['EN.letterBody'],
    });
  });

  it('[R22] what the newest version says already is not published again, so that a retry is safe', async () => {
    const texts = textsWith('Retried');
    const { templateId, version } = await newest();
    await publishAs({ templateId, version, texts });
    const added = await publish(house, type, textsWith('Added'), 'new template');
    const before = await snapshot(house.database);
    expect(await publishAs({ templateId, version, texts })).toBe(templateId);
    expect(await publishAs({ templateId, version: version + 1, texts, confirm: false })).toBe(templateId);
    expect(await publishAs({ referralType: type, texts: textsWith('Added') })).toBe(added);
    expect(await snapshot(house.database)).toEqual(before);
  });
});

describe('publishing is refused', () => {
  it('[R22] when somebody else has published since, with the version there is', async () => {
    const { templateId, version } = await newest();
    await publish(house, type, textsWith('First come'));
    const refusal = await refusalOf(publishAs({ templateId, version, texts: textsWith('Late') }));
    expect(refusal).toBeInstanceOf(StaleTemplate);
    expect(refusal).toMatchObject({
      text: { EN: expect.stringContaining(`Version ${version + 1} of this`) },
    });
  });

  it('[R22] to all but one of those who publish at the same moment', async () => {
    const { templateId, version } = await newest();
    const attempts = ['One', 'Two', 'Three'].map((word) =>
      publishAs({ templateId, version, texts: textsWith(`Race ${word}`) }),
    );
    const outcomes = await Promise.allSettled(attempts);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refusals).toHaveLength(2);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(StaleTemplate);
    expect((await newest()).version).toBe(version + 1);
  });

  it('[R8] when another template on offer for the type has the name, also of two added at once', async () => {
    const attempts = ['a', 'b'].map((word) => {
      const texts = textsWith('Twins');
      return publishAs({ referralType: type, texts: { ...texts, EN: { ...texts.EN, letterTitle: word } } });
    });
    const outcomes = await Promise.allSettled(attempts);
    const [refusal, ...others] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(others).toEqual([]);
    expect(refusal).toBeInstanceOf(InvalidTemplate);
    expect(refusal).toMatchObject({
      problems: [
        { kind: 'NAME_TAKEN', language: 'EN', field: 'name', place: { excerpt: 'Twins EN' } },
        { kind: 'NAME_TAKEN', language: 'FR', field: 'name', place: { excerpt: 'Twins FR' } },
      ],
    });
    const shouted = { EN: { ...textsWith('Other').EN, name: ' TWINS en ' }, FR: textsWith('Other').FR };
    await expect(publish(house, type, shouted, 'new template')).rejects.toBeInstanceOf(InvalidTemplate);
    const ownName = publish(house, 'INFORMATIONAL_OUTSIDE', textsWith('Twins'), 'new template');
    await expect(ownName).resolves.toEqual(expect.any(String));
  });

  it('[R22] with every problem of both languages in one answer', async () => {
    const { EN } = textsWith('Wrong');
    const texts = { EN: { ...EN, emailSubject: '', letterBody: '{{nobody}}' }, FR: null };
    const { templateId, version } = await newest();
    for (const confirm of [true, false]) {
      const refusal = await refusalOf(publishAs({ templateId, version, texts, confirm }));
      expect(refusal).toBeInstanceOf(InvalidTemplate);
      expect((refusal as InvalidTemplate).problems.map(({ kind }) => kind)).toEqual([
        'EMPTY',
        'UNKNOWN_PLACEHOLDER',
        'MISSING_LANGUAGE',
      ]);
    }
  });

  it('without saying what the texts are for, and on which version they are based', async () => {
    const { templateId, version } = await newest();
    expect(await fieldsRefused(publishAs({}))).toEqual(['templateId', 'referralType']);
    const both = publishAs({ templateId, version, referralType: type });
    expect(await fieldsRefused(both)).toEqual(['templateId', 'referralType']);
    expect(await fieldsRefused(publishAs({ templateId }))).toEqual(['version']);
  });

  it('for a template that is unknown or retired', async () => {
    const unknown = publishAs({ templateId: '00000000-0000-7000-8000-000000000000', version: 1 });
    await expect(unknown).rejects.toBeInstanceOf(NotFound);
    const templateId = await publish(house, type, textsWith('Short-lived'), 'new template');
    await retireTemplate(ens, house.platform, { templateId, confirm: true });
    await expect(publishAs({ templateId, version: 1 })).rejects.toBeInstanceOf(TemplateRetired);
  });
});
