import type { Referral } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import { templateText } from '../correspondence/template-text.ts';
import { Refusal } from '../errors.ts';
import type { DraftInput, DraftText } from './draft-input.ts';

/** The fields that a template sets (R9). */
const templateFields = ['emailSubject', 'emailContent'] as const;

/** An edited text that a change of template or language would overwrite. */
export type LostEdit = {
  field: (typeof templateFields)[number];
  /** The text as it was edited. */
  current: string;
  /** What would take its place; null where nothing would. */
  replacement: string | null;
};

/** Another template or language would overwrite what was edited by hand; nothing has been overwritten yet (R10, B4). */
export class EditsWouldBeLost extends Refusal {
  override readonly name = 'EditsWouldBeLost';
  readonly code = 'EDITS_WOULD_BE_LOST';
  override readonly asks = true;
  readonly edits: LostEdit[];

  constructor(edits: LostEdit[]) {
    super({
      EN: 'Changing the template or the language will overwrite edits already made. Confirm that they may be lost, or give the texts to keep along with the change.',
      FR: 'Le changement de modèle ou de langue écrasera les modifications déjà apportées. Confirmez qu’elles peuvent être perdues, ou fournissez avec le changement les textes à conserver.',
    });
    this.edits = edits;
  }
}

type TemplateChange = Partial<
  Pick<Referral, 'templateId' | 'templateVersionId' | 'language' | (typeof templateFields)[number]>
>;

/**
 * What a choice of template and language changes: subject and content come from the template's newest version, again with
 * each change of either (R9, R10). No template sets no texts: they are emptied with the template that brought them, and
 * left alone where there was none. Choosing what is chosen already changes nothing.
 * @param typed what the same input gives for the fields itself counts more, and is no edit that would be lost.
 * @param discardEdits whether the user agrees that edits are overwritten.
 * @throws TemplateNotOffered (R8), EditsWouldBeLost (B4).
 */
export async function templateChange(
  database: Reader,
  referral: Referral,
  input: DraftInput,
  typed: DraftText,
  discardEdits: boolean,
): Promise<TemplateChange> {
  const templateId = input.templateId === undefined ? referral.templateId : input.templateId;
  const language = input.language ?? referral.language;
  if (templateId === referral.templateId && language === referral.language) return {};
  if (templateId === null && referral.templateId === null) return { language };
  const texts =
    templateId === null
      ? { versionId: null, emailSubject: null, emailContent: null }
      : await templateText(database, { templateId, referralType: referral.type, language });
  const { versionId: templateVersionId, ...set } = texts;
  if (!discardEdits) {
    const edits = (await findEdits(database, referral)).filter(
      ({ field, current }) => typed[field] === undefined && current !== set[field],
    );
    if (edits.length > 0) {
      throw new EditsWouldBeLost(edits.map((edit) => ({ ...edit, replacement: set[edit.field] })));
    }
  }
  return { templateId, templateVersionId, language, ...set };
}

/** The texts that are not what the draft's version of its template set; without a template, any text. */
async function findEdits(database: Reader, referral: Referral): Promise<Omit<LostEdit, 'replacement'>[]> {
  const { templateVersionId: versionId, language } = referral;
  const original =
    versionId === null
      ? null
      : await database.correspondenceTemplateText.findUniqueOrThrow({
          where: { versionId_language: { versionId, language } },
          select: { emailSubject: true, emailContent: true },
        });
  return templateFields.flatMap((field) => {
    const current = referral[field];
    return current === null || current === original?.[field] ? [] : [{ field, current }];
  });
}
