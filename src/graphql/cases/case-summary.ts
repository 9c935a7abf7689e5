import { CaseStatus } from '../../generated/prisma/enums.ts';
import { builder } from '../builder.ts';

/** How far a case has come. */
export const CaseStatusEnum = builder.enumType('CaseStatus', {
  description: 'How far the client’s case has come.',
  values: {
    [CaseStatus.INTAKE]: { description: 'Just opened.' },
    [CaseStatus.ASSESSMENT]: { description: 'Needs are being assessed.' },
    [CaseStatus.ACTION_PLAN]: { description: 'An action plan is under way.' },
    [CaseStatus.FOLLOW_UP]: { description: 'Services have ended; can no longer be transferred (R27).' },
    [CaseStatus.CLOSED]: { description: 'Closed; can no longer be transferred (R27).' },
  },
});

/** What a receiver sees of a case (R26). */
export const CaseSummary = builder.prismaObject('Case', {
  variant: 'CaseSummary',
  description: 'What the receiving organization of an open Case Transfer referral sees of the case (R26).',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'The Case ID.' }),
    status: t.expose('status', { type: CaseStatusEnum, description: 'How far the case has come.' }),
    openedOn: t.expose('openedOn', { type: 'Date', description: 'The day it was opened.' }),
    employmentGoal: t.exposeString('employmentGoal', {
      nullable: true,
      description: 'What the client works towards; null where not recorded.',
    }),
    program: t.relation('program', { description: 'The program it belongs to.' }),
    organization: t.relation('organization', { description: 'The organization that manages it.' }),
    caseManager: t.relation('caseManager', { description: 'Whom to talk to about it.' }),
  }),
});
