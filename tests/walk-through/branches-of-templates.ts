import { beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../demo/answer.ts';
import { draft } from '../support/refer.ts';
import {
  previewTemplateQuery,
  publishTemplateMutation,
  referralTemplateQuery,
  templateHistoryQuery,
} from '../support/template-operations.ts';
import { textsWith } from '../support/templates.ts';
import { type Branches, trySubmit } from './branches.ts';
import { previewOf, textOf } from './story.ts';

const number = '79778074';
const type = 'INFORMATIONAL_OUTSIDE';

/** Templates that change while referrals are under way. */
export function branchesOfTemplates(branches: () => Branches): void {
  describe('Templates', () => {
    const { EN: en, FR: fr } = textsWith('Renewed');
    let target: { templateId: string; version: number };
    let submitted = '';
    let waiting = '';
    beforeAll(async () => {
      const { north, ens } = branches();
      ({ referralId: submitted } = await draft(north, { number, type }));
      ({ referralId: waiting } = await draft(north, { number, type, language: 'FR' }));
      accepted(await trySubmit(north, { referralId: submitted, confirm: true }));
      const [template] = (await ens.request(templateHistoryQuery, { type })).correspondenceTemplates.nodes;
      target = { templateId: template?.id ?? '', version: template?.version ?? 0 };
    });

    const publish = async (fields: object, by = branches().ens) =>
      (await by.request(publishTemplateMutation, { input: { ...target, en, fr, confirm: true, ...fields } }))
        .publishCorrespondenceTemplate;
    const versionOf = async (referralId: string) => {
      const { node } = await branches().north.request(referralTemplateQuery, { referralId });
      return node?.__typename === 'Referral' ? node.templateVersion?.number : null;
    };

    it('[R23] are published by Employment Nova Scotia alone', async () => {
      expect(await publish({}, branches().north)).toMatchObject({ __typename: 'NotAllowed' });
    });

    it('[R22] with an unknown placeholder, an unbalanced one or a language missing are refused, saying where', async () => {
      const refused = async (letterBody: string) => await publish({ en: { ...en, letterBody } });
      expect(await refused('Dear {{nobody}}')).toMatchObject({
        __typename: 'InvalidTemplate',
        problems: expect.arrayContaining([
          expect.objectContaining({ language: 'EN', field: 'letterBody', start: 5, end: 15 }),
        ]),
      });
      expect(await refused('Dear {{clientName')).toMatchObject({ __typename: 'InvalidTemplate' });
      expect(await publish({ fr: null })).toMatchObject({ __typename: 'InvalidTemplate' });
    });

    it('[R14] are shown with sample data before they are published', async () => {
      const input = { templateId: target.templateId, en, fr };
      const { previewCorrespondenceTemplate: preview } = await branches().ens.request(previewTemplateQuery, {
        input,
      });
      expect(preview.problems).toEqual([]);
      const letter = Buffer.from(preview.fr?.letter.base64 ?? '', 'base64');
      expect(await textOf(new Uint8Array(letter))).toContain('Renewed letter FR');
    });

    it('[R22] [B2] once published are for referrals to come; those submitted keep the version and the bytes they had', async () => {
      const { north } = branches();
      const [before, drafted] = [await previewOf(north, submitted), await previewOf(north, waiting)];
      expect(await publish({ confirm: false })).toMatchObject({ __typename: 'ConfirmationRequired' });
      accepted(await publish({}));
      const other = { en: { ...en, letterTitle: 'Another title' } };
      expect(await publish(other)).toMatchObject({ __typename: 'StaleTemplate' });
      expect((await previewOf(north, submitted))?.sha256).toBe(before?.sha256);
      expect((await previewOf(north, waiting))?.sha256).toBe(drafted?.sha256);
      expect([await versionOf(submitted), await versionOf(waiting)]).toEqual([
        target.version,
        target.version,
      ]);
      const fresh = await draft(north, { number, type });
      expect(await versionOf(fresh.referralId)).toBe(target.version + 1);
    });
  });
}
