import type { Bilingual } from '../../language.ts';
import type { PrivacyFindingKind, TextFinding } from './privacy-finding.ts';

const neverByEmail: Bilingual = {
  EN: 'It must never go by email, and a referral does not need it.',
  FR: 'Il ne doit jamais être envoyé par courriel, et un aiguillage n’en a pas besoin.',
};

const placeByPhone: Bilingual = {
  EN: 'If the place matters, tell it by phone.',
  FR: 'Si le lieu importe, indiquez-le par téléphone.',
};

const withConsent: Bilingual = {
  EN: 'If the service depends on it, talk about it by phone, with the client’s consent.',
  FR: 'Si le service en dépend, parlez-en par téléphone, avec le consentement du client.',
};

/** For each kind what it is, to be put into a sentence, and how to do without it. */
const advice: Record<PrivacyFindingKind, { what: Bilingual; instead: Bilingual }> = {
  NAME: {
    what: { EN: 'the client’s name', FR: 'le nom du client' },
    instead: {
      EN: 'The attached letter gives the name; write “our client” here.',
      FR: 'La lettre ci-jointe donne le nom; écrivez ici «\u00a0une personne de notre clientèle\u00a0».',
    },
  },
  BIRTH_DATE: {
    what: { EN: 'a date of birth', FR: 'une date de naissance' },
    instead: {
      EN: 'A referral does not need it.',
      FR: 'Un aiguillage n’en a pas besoin.',
    },
  },
  SIN: {
    what: { EN: 'a Social Insurance Number', FR: 'un numéro d’assurance sociale' },
    instead: neverByEmail,
  },
  HEALTH_CARD_NUMBER: {
    what: { EN: 'a health card number', FR: 'un numéro de carte Santé' },
    instead: neverByEmail,
  },
  PHONE: {
    what: { EN: 'the client’s phone number', FR: 'le numéro de téléphone du client' },
    instead: {
      EN: 'Invite the reader to call the case manager, whose number is in the letter.',
      FR: 'Invitez à appeler la ou le gestionnaire de cas, dont le numéro figure dans la lettre.',
    },
  },
  EMAIL: {
    what: { EN: 'the client’s email address', FR: 'l’adresse courriel du client' },
    instead: {
      EN: 'Invite the reader to write to the case manager, whose address is in the letter.',
      FR: 'Invitez à écrire à la ou au gestionnaire de cas, dont l’adresse figure dans la lettre.',
    },
  },
  STREET_ADDRESS: {
    what: { EN: 'the client’s address', FR: 'l’adresse du client' },
    instead: placeByPhone,
  },
  POSTAL_CODE: {
    what: { EN: 'the client’s postal code', FR: 'le code postal du client' },
    instead: placeByPhone,
  },
  CASE_ID: {
    what: { EN: 'a Case ID', FR: 'un numéro de dossier' },
    instead: {
      EN: 'The attached letter gives it, so that later messages can refer to it.',
      FR: 'La lettre ci-jointe le donne, pour que les messages suivants puissent s’y référer.',
    },
  },
  HEALTH: {
    what: {
      EN: 'information about the client’s health or a disability',
      FR: 'un renseignement sur la santé ou un handicap du client',
    },
    instead: withConsent,
  },
  JUSTICE: {
    what: {
      EN: 'information about the client’s history with the law',
      FR: 'un renseignement sur les antécédents judiciaires du client',
    },
    instead: withConsent,
  },
  INCOME_ASSISTANCE: {
    what: {
      EN: 'information about the client’s income or benefits',
      FR: 'un renseignement sur le revenu ou les prestations du client',
    },
    instead: withConsent,
  },
  SCHOOLING: {
    what: {
      EN: 'information about the client’s schooling',
      FR: 'un renseignement sur la scolarité du client',
    },
    instead: withConsent,
  },
};

/** What to do about a finding: for a less severe one, what to do if it is what it may be. */
export function privacyAdvice({ kind, severity }: Pick<TextFinding, 'kind' | 'severity'>): Bilingual {
  const { what, instead } = advice[kind];
  const sure = severity === 'HIGH';
  return {
    EN: `${sure ? `This is ${what.EN}. Leave it out.` : `If this is ${what.EN}, leave it out.`} ${instead.EN}`,
    FR: `${sure ? `C’est ${what.FR}. Retirez ce passage.` : `Si c’est ${what.FR}, retirez ce passage.`} ${instead.FR}`,
  };
}
