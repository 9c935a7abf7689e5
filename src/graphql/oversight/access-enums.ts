import { type Relation, relations, type Thing, things } from '../../domain/access-table.ts';
import { relationWords, thingWords } from '../../domain/access-words.ts';
import type { Beginning, Ending } from '../../domain/oversight/stretch.ts';
import { builder } from '../builder.ts';

/** A member of the access table as an enum value: PERSON_RECORD for personRecord. */
const constant = (name: string) => name.replaceAll(/[A-Z]/g, '_$&').toUpperCase();

/** How an organization stands to a case. */
export const AccessRelationEnum = builder.enumType('AccessRelation', {
  description: 'How an organization stands to a case: what its people may see and do follows from it.',
  values: Object.fromEntries(
    relations.map((relation) => {
      const { means, begins, ends } = relationWords[relation];
      return [relation, { value: relation, description: `${means} ${begins} ${ends}` }];
    }),
  ) as Record<Relation, { value: Relation; description: string }>,
});

/** What access is to. */
export const AccessThingEnum = builder.enumType('AccessThing', {
  description: 'What access is to.',
  values: Object.fromEntries(
    things.map((thing) => [constant(thing), { value: thing, description: thingWords[thing].means }]),
  ) as Record<string, { value: Thing; description: string }>,
});

/** Why access began. */
export const AccessBeginningEnum = builder.enumType('AccessBeginning', {
  description: 'Why an organization’s people could see a client from some instant on.',
  values: {
    CASE_OPENED: { description: 'The organization opened the case.' },
    CASE_TRANSFERRED_HERE: { description: 'The case was transferred to the organization.' },
    REFERRAL_SUBMITTED: { description: 'A referral to the organization was submitted.' },
    ELIGIBLE_AGAIN: {
      description: 'The organization had an agreement again that allowed it, after a time without (D12).',
    },
    ORGANIZATION_OPENED_AGAIN: {
      description: 'The organization was opened again, after a time in which it was closed (D12).',
    },
    CLIENT_ADDED: { description: 'The client’s record was made.' },
  } as const satisfies Record<Beginning, { description: string }>,
});

/** Why access ended. */
export const AccessEndingEnum = builder.enumType('AccessEnding', {
  description: 'Why an organization’s people could no longer see a client.',
  values: {
    TRANSFERRED: { description: 'The case was transferred to the organization, which has managed it since.' },
    SUPERSEDED: { description: 'The case was transferred in another way (D6).' },
    WITHDRAWN: { description: 'The sender withdrew the referral (D3).' },
    DECLINED: { description: 'The organization declined the referral (D4).' },
    EXPIRED: { description: 'It ran out (D8).' },
    CASE_TRANSFERRED_AWAY: { description: 'The case that it managed was transferred to another (R32).' },
    NO_LONGER_ELIGIBLE: {
      description: 'The organization had no agreement in force any more that allowed it (D12).',
    },
    ORGANIZATION_CLOSED: { description: 'The organization was closed (D12).' },
  } as const satisfies Record<Ending, { description: string }>,
});
