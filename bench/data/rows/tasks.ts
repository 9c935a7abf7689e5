import type { Rows, Value } from '../copy.ts';
import { dayAfter, instantAfter } from '../days.ts';
import { drawFor } from '../draw.ts';
import { idOf } from '../ids.ts';
import { otherOrganization, ownerOf, type World } from '../world.ts';
import { officesEach } from './organizations.ts';
import { referralDrawn } from './referrals.ts';

/** Tasks of a case, as the bench is asked to have them. */
const tasksEach = 10;

/** One case in so many came by a transfer. */
const transferEvery = 20;

/** Transfers that have happened, tasks about cases and referrals, and what the Case Home Pages tell. */
export function taskTables(world: World): Rows[] {
  return [transfers(world), tasks(world), notifications(world)];
}

const isTransferred = (caseIndex: number) => caseIndex % transferEvery === 0;

function transfers(world: World): Rows {
  return {
    table: 'CaseTransfer',
    columns: [
      'id',
      'caseId',
      'reason',
      'fromOrganizationId',
      'fromCaseManagerId',
      'toOrganizationId',
      'toOfficeId',
      'toCaseManagerId',
      'toAgreementId',
      'completedById',
      'completedAt',
    ],
    expected: world.cases / transferEvery,
    *rows() {
      for (let caseIndex = 0; caseIndex < world.cases; caseIndex += transferEvery) {
        const { organization, manager } = ownerOf(world, caseIndex);
        const former = otherOrganization(world, organization, caseIndex);
        yield [
          idOf('transfer', caseIndex),
          idOf('case', caseIndex),
          'The client has moved.',
          idOf('organization', former.index),
          idOf('staff', former.firstManager),
          idOf('organization', organization.index),
          idOf('office', organization.index * officesEach),
          idOf('staff', manager),
          idOf('agreement', organization.index),
          idOf('staff', manager),
          instantAfter(world.today, -20, caseIndex % 86_400),
        ];
      }
    },
  };
}

const aboutReferrals = [
  'REFERRAL_DECLINED',
  'REFERRAL_EXPIRED',
  'DELIVERY_FAILED',
  'TRANSFER_STALE',
] as const;

function tasks(world: World): Rows {
  return {
    table: 'HomepageTask',
    columns: [
      'id',
      'assigneeId',
      'organizationId',
      'type',
      'priority',
      'caseId',
      'referralId',
      'transferId',
      'aboutOrganizationId',
      'createdById',
      'dueOn',
      'createdAt',
      'completedAt',
      'completedById',
    ],
    expected: world.cases * tasksEach,
    *rows() {
      for (let caseIndex = 0; caseIndex < world.cases; caseIndex++) {
        for (let place = 0; place < tasksEach; place++) yield task(world, caseIndex, place);
      }
    },
  };
}

function task(world: World, caseIndex: number, place: number): Value[] {
  const index = caseIndex * tasksEach + place;
  const draw = drawFor('task', index);
  const { organization, manager } = ownerOf(world, caseIndex);
  const isOpen = draw.chance(0.3);
  const dueIn = isOpen ? draw.below(120) - 45 : -draw.below(400) - 1;
  const ofTransfer = place === 0 && isTransferred(caseIndex);
  const referral = place === 0 ? null : referralDrawn(world, caseIndex, place % 3);
  const ofReferral = referral !== null && referral.receiver !== null && referral.status !== 'DRAFT';
  return [
    idOf('task', index),
    idOf('staff', manager),
    idOf('organization', organization.index),
    ofReferral ? draw.of(aboutReferrals) : 'CASE_RECEIVED',
    draw.of(['LOW', 'NORMAL', 'NORMAL', 'HIGH']),
    idOf('case', caseIndex),
    ofReferral ? idOf('referral', referral.index) : null,
    ofTransfer ? idOf('transfer', caseIndex) : null,
    ofReferral ? idOf('organization', referral.receiver?.index ?? 0) : null,
    idOf('staff', manager),
    dayAfter(world.today, dueIn),
    instantAfter(world.today, dueIn - 14, index % 86_400),
    isOpen ? null : instantAfter(world.today, dueIn, index % 86_400),
    isOpen ? null : idOf('staff', manager),
  ];
}

function notifications(world: World): Rows {
  return {
    table: 'CaseNotification',
    columns: ['id', 'caseId', 'type', 'transferId', 'createdAt', 'acknowledgedAt', 'acknowledgedById'],
    expected: world.cases,
    *rows() {
      for (let caseIndex = 0; caseIndex < world.cases; caseIndex++) {
        const { manager } = ownerOf(world, caseIndex);
        const isNew = drawFor('notification', caseIndex).chance(0.3);
        yield [
          idOf('notification', caseIndex),
          idOf('case', caseIndex),
          isTransferred(caseIndex) ? 'CASE_RECEIVED' : 'CASE_REASSIGNED',
          isTransferred(caseIndex) ? idOf('transfer', caseIndex) : null,
          instantAfter(world.today, -20, caseIndex % 86_400),
          isNew ? null : instantAfter(world.today, -19, caseIndex % 86_400),
          isNew ? null : idOf('staff', manager),
        ];
      }
    },
  };
}
