import { ownRecords } from '../../domain/organizations/access.ts';
import { builder } from '../builder.ts';

const ProgramRef = builder.prismaNode('Program', {
  description: 'A program that agreements fund and cases belong to.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id) => ({ id }),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, for example "LSI-ENS".' }),
    name: t.exposeString('name', { description: 'Its full name.' }),
    ecm: t.exposeBoolean('ecm', { description: 'Whether it is an External Case Management program (R6).' }),
    label: t.string({
      description: 'As screens show it: "ECM(LSI-ENS)" (R3).',
      resolve: ({ ecm, code }) => (ecm ? `ECM(${code})` : code),
    }),
  }),
});

builder.prismaNode('Agreement', {
  description: 'An agreement (OFA) between the Province and an organization.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, ...ownRecords(actor) }),
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Its number.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'Its first day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'Its last day.' }),
    clientTracking: t.exposeBoolean('clientTracking', {
      description: 'Whether client tracking is enabled (R6).',
    }),
    programs: t.field({
      type: [ProgramRef],
      description: 'Its programs, by code.',
      select: {
        programs: { orderBy: { program: { code: 'asc' } }, select: { program: true } },
      },
      resolve: ({ programs }) => programs.map(({ program }) => program),
    }),
  }),
});
