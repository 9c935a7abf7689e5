import { explainAccess } from '../../domain/oversight/access-explanation.ts';
import { type AccessEntry, type AccessOnDay, accessOn } from '../../domain/oversight/access-on.ts';
import type { Stretch } from '../../domain/oversight/stretch.ts';
import { builder } from '../builder.ts';
import { encodeGlobalId } from '../global-ids.ts';
import { readId } from '../ids.ts';
import { StaffMemberRef } from '../organizations/staff-member.ts';
import {
  AccessBeginningEnum,
  AccessEndingEnum,
  AccessRelationEnum,
  AccessThingEnum,
} from './access-enums.ts';

const AccessBegan = builder.objectRef<Stretch['began']>('AccessBegan').implement({
  description: 'When and why access began.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'The first instant.' }),
    cause: t.expose('cause', { type: AccessBeginningEnum, description: 'Why.' }),
  }),
});

const AccessEnded = builder.objectRef<NonNullable<Stretch['ended']>>('AccessEnded').implement({
  description: 'When and why access ended.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'The first instant without it.' }),
    cause: t.expose('cause', { type: AccessEndingEnum, description: 'Why.' }),
  }),
});

const AccessEntryRef = builder.objectRef<AccessEntry>('AccessEntry').implement({
  description:
    'One time without a break in which the people of an organization could see the client, and why. Somebody may have several, also at once.',
  fields: (t) => ({
    organization: t.prismaField({
      type: 'Organization',
      description: 'Whose people.',
      resolve: (query, { organizationId }, _args, { platform }) =>
        platform.database.organization.findUniqueOrThrow({ ...query, where: { id: organizationId } }),
    }),
    relation: t.expose('relation', {
      type: AccessRelationEnum,
      description: 'How the organization stood to the case.',
    }),
    things: t.expose('things', { type: [AccessThingEnum], description: 'What they could see by it.' }),
    explanation: t.string({
      description: 'Why they could, and why that began and ended, in the language of the request.',
      resolve: (entry, _args, { language }) => explainAccess(entry)[language],
    }),
    caseNumber: t.exposeString('caseNumber', {
      nullable: true,
      description: 'The Case ID of the case it came by; null where they saw every client.',
    }),
    referralId: t.id({
      nullable: true,
      description: 'The id of the referral that gave it; null where none did.',
      resolve: ({ referralId }) => (referralId === null ? null : encodeGlobalId('Referral', referralId)),
    }),
    from: t.expose('from', { type: 'DateTime', description: 'The first instant of it on that day.' }),
    until: t.expose('until', {
      type: 'DateTime',
      description: 'The first instant without it, or after that day.',
    }),
    began: t.expose('began', {
      type: AccessBegan,
      description: 'When and why it began, perhaps long before.',
    }),
    ended: t.expose('ended', {
      type: AccessEnded,
      nullable: true,
      description: 'When and why it ended, perhaps long after; null where it has not ended.',
    }),
    // Loaded with all that is asked of them: to look a member up later takes the sight of their organization.
    staff: t.prismaField({
      type: [StaffMemberRef],
      description:
        'Whose accounts there let them see the client at some time between `from` and `until`: not disabled, and with a role or scope that sees cases, as they were then; of Employment Nova Scotia only its administrators.',
      resolve: async (query, { staff }, _args, { platform }) => {
        const ids = staff.map(({ id }) => id);
        const loaded = await platform.database.staff.findMany({ ...query, where: { id: { in: ids } } });
        return loaded.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
      },
    }),
  }),
});

const AccessOnDayRef = builder.objectRef<AccessOnDay>('AccessOnDay').implement({
  description: 'Who could see a client on one day (B10).',
  fields: (t) => ({
    date: t.expose('date', { type: 'Date', description: 'The day.' }),
    from: t.expose('from', {
      type: 'DateTime',
      description: 'Its first instant in the program’s time zone.',
    }),
    until: t.expose('until', {
      type: 'DateTime',
      description: 'The first instant after it; of today, after this moment.',
    }),
    entries: t.field({
      type: [AccessEntryRef],
      description:
        'Who could see the client: Employment Nova Scotia’s administrators first, then case by case. Of the organizations that are not named nobody could.',
      resolve: ({ entries }) => entries,
    }),
  }),
});

builder.queryField('accessOn', (t) =>
  t.field({
    type: AccessOnDayRef,
    // It reads all that is on record about a client's cases.
    complexity: 100,
    description:
      'Who could see this client on that day, and why: for auditors and administrators of Employment Nova Scotia; NOT_ALLOWED for others. It says who could, not who did: that is in the audit trail, as is each time this is asked (B10).',
    args: {
      personId: t.arg.id({ description: 'The id of the person record.' }),
      date: t.arg({ type: 'Date', description: 'A day of the program’s calendar; not one to come.' }),
    },
    resolve: (_root, { personId, date }, { actor, platform }) =>
      accessOn(actor, platform, { personId: readId('Person', personId, 'personId'), date }),
  }),
);
