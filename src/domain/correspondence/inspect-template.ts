import type { ReferralType } from '../../generated/prisma/enums.ts';
import type { Reader } from '../../platform/database.ts';
import { InvalidInput, NotFound, Refusal } from '../errors.ts';
import { checkTemplate } from './check-template.ts';
import { placeIn, type TemplateProblem } from './invalid-template.ts';
import { templatesOnOffer } from './template-text.ts';
import {
  type TemplateTexts,
  type TemplateWords,
  templateFieldNames,
  templateLanguages,
  tidyWords,
} from './template-words.ts';

/** The template has been retired: it gets no further versions. */
export class TemplateRetired extends Refusal {
  override readonly name = 'TemplateRetired';
  readonly code = 'TEMPLATE_RETIRED';

  constructor() {
    super({
      EN: 'This template has been retired and gets no further versions. Publish the texts as a new template: leave templateId out and give referralType.',
      FR: 'Ce modèle a été retiré et ne reçoit plus de versions. Publiez les textes comme nouveau modèle : omettez templateId et donnez referralType.',
    });
  }
}

/** What texts are for: the next version of a template, or a new template for a type of referral. */
export type TemplateTarget = {
  templateId?: string | null | undefined;
  referralType?: ReferralType | null | undefined;
};

/** What there is to know about texts before they are published. */
export type Inspection = {
  referralType: ReferralType;
  /** The template they would become the next version of, with its newest version; null for a new template. */
  base: { id: string; version: number; texts: TemplateTexts } | null;
  /** The template whose newest version says exactly this already; null where none does. */
  sameAs: string | null;
  /** Why they cannot be published; empty where they can. */
  problems: TemplateProblem[];
};

/**
 * Holds texts against what a template may say, and against the templates on offer.
 * @throws InvalidInput unless the target is a template or a type, and one of them; NotFound, TemplateRetired.
 */
export async function inspectTemplate(
  database: Reader,
  target: TemplateTarget,
  texts: TemplateTexts,
): Promise<Inspection> {
  const { templateId, referralType } = await readTarget(database, target);
  const offered = await templatesWithTexts(database, referralType);
  const base = offered.find(({ id }) => id === templateId) ?? null;
  const comparable = base === null ? offered : [base];
  return {
    referralType,
    base,
    sameAs: comparable.find((template) => sameTexts(template.texts, texts))?.id ?? null,
    problems: [
      ...(await checkTemplate(texts)),
      ...takenNames(
        texts,
        offered.filter((template) => template !== base),
      ),
    ],
  };
}

async function readTarget(
  database: Reader,
  { templateId, referralType }: TemplateTarget,
): Promise<{ templateId: string | null; referralType: ReferralType }> {
  if (typeof templateId !== 'string' && typeof referralType === 'string')
    return { templateId: null, referralType };
  if (typeof templateId !== 'string' || typeof referralType === 'string') {
    const text = {
      EN: 'Give templateId to change a template, or referralType to add one, and not both.',
      FR: 'Donnez templateId pour modifier un modèle ou referralType pour en ajouter un, mais pas les deux.',
    };
    throw new InvalidInput(['templateId', 'referralType'].map((field) => ({ field, text })));
  }
  const template = await database.correspondenceTemplate.findUnique({ where: { id: templateId } });
  if (template === null) throw new NotFound();
  if (template.retiredAt !== null) throw new TemplateRetired();
  return { templateId, referralType: template.referralType };
}

type OfferedTemplate = { id: string; version: number; texts: TemplateTexts };

async function templatesWithTexts(database: Reader, referralType: ReferralType): Promise<OfferedTemplate[]> {
  const templates = await database.correspondenceTemplate.findMany({
    where: templatesOnOffer(referralType),
    include: { versions: { orderBy: { number: 'desc' }, take: 1, include: { texts: true } } },
  });
  return templates.map(({ id, versions: [newest] }) => {
    const words = (wanted: string) => newest?.texts.find(({ language }) => language === wanted) ?? null;
    return { id, version: newest?.number ?? 0, texts: { EN: words('EN'), FR: words('FR') } };
  });
}

function sameTexts(texts: TemplateTexts, others: TemplateTexts): boolean {
  return templateLanguages.every((language) => changedFields(texts[language], others[language]).length === 0);
}

/** The fields in which two texts differ as they would be kept: all, where one of the two is missing. */
export function changedFields(words: TemplateWords | null, others: TemplateWords | null) {
  if (words === null || others === null) return templateFieldNames;
  const [tidied, otherwise] = [tidyWords(words), tidyWords(others)];
  return templateFieldNames.filter((field) => tidied[field] !== otherwise[field]);
}

/** Templates are chosen by their name: no two on offer for a type may bear the same. */
function takenNames(texts: TemplateTexts, others: OfferedTemplate[]): TemplateProblem[] {
  const plain = (name: string) => name.trim().toLowerCase();
  return templateLanguages.flatMap((language) => {
    const words = texts[language];
    if (words === null) return [];
    const { name } = words;
    const taken = others.some((other) => plain(other.texts[language]?.name ?? '') === plain(name));
    if (!taken) return [];
    const text = {
      EN: 'Another template on offer for this type of referral has this name. Choose another name.',
      FR: 'Un autre modèle offert pour ce type d’aiguillage porte ce nom. Choisissez-en un autre.',
    };
    const place = placeIn(name, { start: 0, end: name.length });
    return [{ kind: 'NAME_TAKEN', language, field: 'name', place, text }];
  });
}
