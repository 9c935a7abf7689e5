import { privacyAdvice } from '../../domain/referrals/privacy/privacy-advice.ts';
import type {
  PrivacyFinding,
  PrivacyFindingKind,
  PrivacyFindingSeverity,
} from '../../domain/referrals/privacy/privacy-finding.ts';
import { builder } from '../builder.ts';

const kinds: Record<PrivacyFindingKind, { description: string }> = {
  NAME: { description: 'The client’s name or a part of it, in any order, with initials or without.' },
  BIRTH_DATE: { description: 'A date of birth.' },
  SIN: { description: 'A Social Insurance Number.' },
  HEALTH_CARD_NUMBER: { description: 'A Nova Scotia health card number.' },
  PHONE: { description: 'A phone number that is not one of the organizations’ or their staff’s.' },
  EMAIL: { description: 'An email address that is not one of the organizations’ or their staff’s.' },
  STREET_ADDRESS: { description: 'A street address that is not one of the organizations’.' },
  POSTAL_CODE: { description: 'A postal code that is not one of the organizations’.' },
  CASE_ID: { description: 'A Case ID.' },
  HEALTH: { description: 'Words about health or a disability.' },
  JUSTICE: { description: 'Words about police, courts or prison.' },
  INCOME_ASSISTANCE: { description: 'Words about income assistance or other benefits.' },
  SCHOOLING: { description: 'Words about schooling.' },
};

const PrivacyFindingKindEnum = builder.enumType('PrivacyFindingKind', {
  description: 'What a place in a text may tell of the client (B3).',
  values: kinds,
});

const severities: Record<PrivacyFindingSeverity, { description: string }> = {
  HIGH: { description: 'It is this client’s, or can hardly be anything else that may be in an email.' },
  LOW: { description: 'It may tell something of the client; somebody has to look.' },
};

const PrivacyFindingSeverityEnum = builder.enumType('PrivacyFindingSeverity', {
  description: 'How sure and how grave a finding is.',
  values: severities,
});

/** A place in subject or content that may tell something of the client (B3). */
export const PrivacyFindingRef = builder.objectRef<PrivacyFinding>('PrivacyFinding').implement({
  description: 'A place in subject or content that may tell something of the client (B3).',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'In which text: `emailSubject` or `emailContent`.' }),
    start: t.exposeInt('start', { description: 'Where it begins, in UTF-16 units from 0.' }),
    end: t.exposeInt('end', { description: 'Where it ends: the unit after it.' }),
    kind: t.expose('kind', { type: PrivacyFindingKindEnum, description: 'What it may tell.' }),
    severity: t.expose('severity', { type: PrivacyFindingSeverityEnum, description: 'How severe it is.' }),
    advice: t.string({
      description: 'For people, in the language of the request: what it is and what to do.',
      resolve: (finding, _args, { language }) => privacyAdvice(finding)[language],
    }),
  }),
});
