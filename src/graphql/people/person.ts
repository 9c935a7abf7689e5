import { visibleCases } from '../../domain/cases/access.ts';
import { visiblePeople } from '../../domain/people/access.ts';
import { fullName, listedName } from '../../domain/people/person-name.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { builder } from '../builder.ts';
import { LanguageEnum } from '../language.ts';

/** Whom referrals let see a client: tells without a further statement whether a view is an outsider's (D14); see shownRecord. */
export const openAccesses: object = {
  accesses: { where: { endedAt: null }, select: { organizationId: true } },
} satisfies Prisma.PersonInclude;

/** What a person record says, the same to all who see it (B7). */
export const PersonRecord = builder.prismaInterface('Person', {
  variant: 'PersonRecord',
  description: 'What a client’s person record says, to all alike who may see it.',
  fields: (t) => ({
    givenName: t.exposeString('givenName', { description: 'Given name.' }),
    middleNames: t.exposeString('middleNames', {
      nullable: true,
      description: 'Middle names; null where there are none.',
    }),
    familyName: t.exposeString('familyName', { description: 'Family name.' }),
    fullName: t.string({
      description: 'All parts of the name: "Rosa Lucia Diaz".',
      resolve: (person) => fullName(person),
    }),
    listedName: t.string({
      description: 'The name as lists show it: "Diaz, Rosa L." (R36).',
      resolve: (person) => listedName(person),
    }),
    birthDate: t.expose('birthDate', { type: 'Date', description: 'Date of birth.' }),
    email: t.exposeString('email', { nullable: true, description: 'Email address; null where not known.' }),
    phone: t.exposeString('phone', { nullable: true, description: 'Telephone; null where not known.' }),
    addressLine1: t.exposeString('addressLine1', {
      nullable: true,
      description: 'Street address; null where not known.',
    }),
    addressLine2: t.exposeString('addressLine2', {
      nullable: true,
      description: 'Second line of it; null where there is none.',
    }),
    city: t.exposeString('city', { nullable: true, description: 'Town or city; null where not known.' }),
    province: t.exposeString('province', {
      nullable: true,
      description: 'Province, two letters; null where not known.',
    }),
    postalCode: t.exposeString('postalCode', {
      nullable: true,
      description: 'Postal code; null where not known.',
    }),
    preferredLanguage: t.expose('preferredLanguage', {
      type: LanguageEnum,
      description: 'The language the client prefers.',
    }),
  }),
});

/** A client's person record. */
export const PersonRef = builder.prismaNode('Person', {
  description: 'A client’s person record.',
  interfaces: [PersonRecord],
  id: { field: 'id' },
  nullable: true,
  include: openAccesses,
  findUnique: (id, { actor, moment }) => ({ id, AND: [visiblePeople(actor, moment())] }),
  fields: (t) => ({
    version: t.exposeInt('version', {
      description: 'Counts the changes of the record; give it with a change, so that none is overwritten.',
    }),
    cases: t.relatedConnection('cases', {
      cursor: 'id',
      totalCount: true,
      description: 'The cases of this client that you can see, whole or as a summary.',
      query: (_args, { actor, moment }) => ({
        where: visibleCases(actor, moment()),
        orderBy: [{ openedOn: 'desc' }, { id: 'asc' }],
      }),
    }),
  }),
});
