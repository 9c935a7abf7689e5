import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import type { ReferralType } from '../../demo/generated/graphql.ts';
import { readPdf } from '../documents/letter/read-pdf.ts';
import { startTestApi, type TestApi, type Visitor } from '../support/api.ts';
import { globalId } from '../support/global-id.ts';
import { draft, submit } from '../support/refer.ts';
import {
  previewTemplateQuery,
  publishTemplateMutation,
  referralTemplateQuery,
  retireTemplateMutation,
  templateHistoryQuery,
  templatePlaceholdersQuery,
} from '../support/template-operations.ts';
import { newestTemplate, textsWith } from '../support/templates.ts';

const number = '50244764';

let api: TestApi;
let ens: Visitor;
let north: Visitor;
beforeAll(async () => {
  api = await startTestApi();
  ens = await api.as('ens.admin');
  north = await api.as('north.manager');
});
afterAll(async () => await api.stop());

/** Input for the next version of a type's template. */
async function nextVersion(type: ReferralType, word: string) {
  const { templateId, version } = await newestTemplate(api.database, type);
  const { EN: en, FR: fr } = textsWith(word);
  return { templateId: globalId('CorrespondenceTemplate', templateId), version, en, fr };
}
const publish = async (input: object) =>
  (await ens.request(publishTemplateMutation, { input: { confirm: true, ...input } }))
    .publishCorrespondenceTemplate;
const templateOf = async (referralId: string) => {
  const { node } = await north.request(referralTemplateQuery, { referralId });
  if (node?.__typename !== 'Referral') throw new Error('The referral is not there');
  return node;
};
const bytesOf = (letter: { base64: string } | null | undefined) =>
  new Uint8Array(Buffer.from(letter?.base64 ?? '', 'base64'));
const history = async (by: Visitor, type: ReferralType, includeRetired = false) =>
  (await by.request(templateHistoryQuery, { type, includeRetired })).correspondenceTemplates;

describe('a template that Employment Nova Scotia changes', () => {
  it('[R22] answers its new version, and a referral submitted before keeps its own, as attached', async () => {
    const { referralId } = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
    const waiting = await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' });
    await submit(north, referralId);
    const before = await templateOf(referralId);
    expect(before.templateVersion).toMatchObject({ number: 1, isNewest: true });

    const input = await nextVersion('INFORMATIONAL_OUTSIDE', 'Revised');
    expect(accepted(await publish(input)).template).toMatchObject({ version: 2, name: 'Revised EN' });
    for (const id of [referralId, waiting.referralId]) {
      const after = await templateOf(id);
      expect(after.template).toEqual({ version: 2, texts: [{ letterTitle: 'Revised title EN' }] });
      expect(after.templateVersion).toEqual({ ...before.templateVersion, isNewest: false });
    }
    expect((await templateOf(referralId)).letter).toEqual(before.letter);
    const mail = await api.mailbox.waitForMail(({ envelope }) => envelope.to[0] === 'intake@harbour.example');
    const attached = new Uint8Array(mail.attachments[0]?.content as ArrayBuffer);
    expect(createHash('sha256').update(attached).digest('hex')).toBe(before.letter?.sha256);

    const fresh = await templateOf(
      (await draft(north, { number, type: 'INFORMATIONAL_OUTSIDE' })).referralId,
    );
    expect(fresh.templateVersion).toMatchObject({ number: 2, isNewest: true });
    const { pages } = await readPdf(bytesOf(fresh.letter));
    expect(pages.join(' ')).toContain('Revised letter EN about Rosa Lucia Diaz.');
  });

  it('[R22] shows every version to all, newest first, and who published it to Employment Nova Scotia', async () => {
    accepted(await publish(await nextVersion('INFORMATIONAL_WITHIN', 'Second')));
    const [seen, ...others] = (await history(ens, 'INFORMATIONAL_WITHIN')).nodes;
    expect(others).toEqual([]);
    expect(seen).toMatchObject({
      version: 2,
      versions: {
        totalCount: 2,
        nodes: [
          { number: 2, isNewest: true, publishedBy: { username: 'ens.admin' } },
          { number: 1, isNewest: false, publishedBy: null },
        ],
      },
    });
    expect(seen?.versions.nodes[0]?.texts.map(({ language, name }) => [language, name])).toEqual([
      ['EN', 'Second EN'],
      ['FR', 'Second FR'],
    ]);
    const [toNorth] = (await history(north, 'INFORMATIONAL_WITHIN')).nodes;
    const unsigned = seen?.versions.nodes.map((version) => ({ ...version, publishedBy: null }));
    expect(toNorth?.versions.nodes).toEqual(unsigned);
  });

  it('[R8] is on offer to nobody once retired, and listed on request', async () => {
    const { EN: en, FR: fr } = textsWith('Passing');
    const { template } = accepted(await publish({ referralType: 'INFORMATIONAL_OUTSIDE', en, fr }));
    expect((await history(north, 'INFORMATIONAL_OUTSIDE')).totalCount).toBe(2);
    const input = { templateId: template.id, confirm: true };
    const { retireCorrespondenceTemplate } = await ens.request(retireTemplateMutation, { input });
    const { retiredAt } = accepted(retireCorrespondenceTemplate).template;
    expect(retiredAt).toEqual(expect.any(String));
    expect((await history(north, 'INFORMATIONAL_OUTSIDE')).nodes.map(({ name }) => name)).not.toContain(
      'Passing EN',
    );
    const all = await history(north, 'INFORMATIONAL_OUTSIDE', true);
    expect(all.totalCount).toBe(2);
    expect(all.nodes).toContainEqual(expect.objectContaining({ name: 'Passing EN', retiredAt }));
  });
});

describe('texts that cannot be published', () => {
  it('[R22] are answered with every problem and its place, in the language of the request', async () => {
    const { en } = await nextVersion('CASE_TRANSFER', 'Wrong');
    const letterBody = 'Dear {{contactName}},\n\n{{ClientName}} is …';
    const wrong = {
      referralType: 'CASE_TRANSFER',
      en: { ...en, emailSubject: '', letterBody },
      confirm: true,
    };
    const french = await api.as('ens.admin', { language: 'fr' });
    const answer = await french.ask(publishTemplateMutation, { input: wrong });
    expect(answer.data).toMatchObject({
      publishCorrespondenceTemplate: {
        __typename: 'InvalidTemplate',
        problems: [
          { kind: 'EMPTY', language: 'EN', field: 'emailSubject', message: 'Rédigez ce texte.' },
          {
            ...{ kind: 'UNKNOWN_PLACEHOLDER', language: 'EN', field: 'letterBody', start: 23, end: 37 },
            ...{ line: 3, column: 1, excerpt: '{{ClientName}}' },
            message: 'Ce champ de fusion n’existe pas. Vouliez-vous dire {{clientName}}?',
          },
          { kind: 'MISSING_LANGUAGE', language: 'FR', field: null, start: null, line: null, excerpt: null },
        ],
      },
    });
  });

  it('[R22] names the placeholders there are, with what they stand for', async () => {
    const { templatePlaceholders } = await north.request(templatePlaceholdersQuery);
    expect(templatePlaceholders).toHaveLength(7);
    expect(templatePlaceholders[0]).toEqual({
      name: 'clientName',
      written: '{{clientName}}',
      meaning: 'The client’s full name.',
    });
  });
});

describe('a preview with sample data', () => {
  it('[R14] [R22] gives email and letter in both languages to an administrator of Employment Nova Scotia', async () => {
    const { version: _, ...input } = await nextVersion('CASE_TRANSFER', 'Planned');
    const { previewCorrespondenceTemplate } = await ens.request(previewTemplateQuery, { input });
    const { problems, en, fr } = previewCorrespondenceTemplate;
    expect(problems).toEqual([]);
    for (const [language, shown] of [
      ['EN', en],
      ['FR', fr],
    ] as const) {
      expect(shown?.emailSubject).toBe(`Planned subject ${language}`);
      expect(shown?.email.html).toContain(`Planned content ${language}`);
      expect(shown?.email.text).toContain(`Planned content ${language}`);
      expect(`${shown?.email.html}${shown?.email.text}`).not.toContain('Zoé');
      const pdf = bytesOf(shown?.letter);
      expect(shown?.letter.byteSize).toBe(pdf.byteLength);
      expect(shown?.letter.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
      expect((await readPdf(pdf)).pages.join(' ')).toContain(
        `Planned letter ${language} about Zoé Kɨtpu Sample.`,
      );
    }
    expect([en?.letter.fileName, fr?.letter.fileName]).toEqual([
      'referral-letter.pdf',
      'lettre-d-aiguillage.pdf',
    ]);
  });

  it('[R23] is refused to everybody else', async () => {
    const { version: _, ...input } = await nextVersion('CASE_TRANSFER', 'Planned');
    for (const username of ['north.admin', 'south.manager', 'valley.manager2', 'auditor']) {
      const answer = await (await api.as(username)).ask(previewTemplateQuery, { input });
      expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_ALLOWED' } }] });
    }
  });
});
