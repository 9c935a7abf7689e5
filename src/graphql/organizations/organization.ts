import { ownRecords } from '../../domain/organizations/access.ts';
import { builder } from '../builder.ts';

/** An organization of the network. */
export const OrganizationRef = builder.prismaNode('Organization', {
  description: 'An organization of the network.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id) => ({ id }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    generalContactEmail: t.exposeString('generalContactEmail', {
      description: 'The general contact email, which Email To of a referral begins with (R7).',
    }),
    phone: t.exposeString('phone', { description: 'Its telephone number.' }),
    addressLine1: t.exposeString('addressLine1', { description: 'Street address.' }),
    addressLine2: t.exposeString('addressLine2', {
      nullable: true,
      description: 'Second line of it; null where there is none.',
    }),
    city: t.exposeString('city', { description: 'The town or city of its main address.' }),
    province: t.exposeString('province', { description: 'Province or territory, two letters.' }),
    postalCode: t.exposeString('postalCode', { description: 'Postal code.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is closed; null while it is open.',
    }),
  }),
});

builder.prismaNode('Office', {
  description: 'An office of an organization, where staff work.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, ...ownRecords(actor) }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    phone: t.exposeString('phone', { description: 'Its telephone number.' }),
    addressLine1: t.exposeString('addressLine1', { description: 'Street address.' }),
    addressLine2: t.exposeString('addressLine2', {
      nullable: true,
      description: 'Second line of it; null where there is none.',
    }),
    city: t.exposeString('city', { description: 'The town or city it is in.' }),
    province: t.exposeString('province', { description: 'Province or territory, two letters.' }),
    postalCode: t.exposeString('postalCode', { description: 'Postal code.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it cannot be chosen any more; null while it can.',
    }),
  }),
});

builder.prismaNode('ServiceDeliveryLocation', {
  description: 'A place where an organization serves clients.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, ...ownRecords(actor) }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    addressLine1: t.exposeString('addressLine1', { description: 'Street address.' }),
    addressLine2: t.exposeString('addressLine2', {
      nullable: true,
      description: 'Second line of it; null where there is none.',
    }),
    city: t.exposeString('city', { description: 'The town or city it is in.' }),
    province: t.exposeString('province', { description: 'Province or territory, two letters.' }),
    postalCode: t.exposeString('postalCode', { description: 'Postal code.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it cannot be chosen any more; null while it can.',
    }),
  }),
});
