import {
  at,
  canReceive,
  DAY,
  isOpen,
  type Model,
  type Referral,
  seesSummary,
  seesWhole,
  type Viewer,
} from './model.ts';
import type { AgreementChange, Move, Settled } from './moves.ts';

/**
 * Who makes a drawn move, and on which referral.
 * @returns one move, or a draft and its submit; none while there is no referral to move.
 */
export function settle(model: Model, move: Move): Settled[] {
  const { length } = model.referrals;
  if (move.kind === 'draft' || move.kind === 'refer') {
    const by = move.by === 'MANAGER' ? at(model.cases, move.case).managedBy : move.by;
    const begun: Settled = { ...move, kind: 'draft', by };
    const started = at(model.cases, move.case).managedBy === by;
    return move.kind === 'refer' && started ? [begun, { kind: 'submit', by, referral: length }] : [begun];
  }
  if (move.kind === 'status') {
    return [{ ...move, by: move.by === 'MANAGER' ? at(model.cases, move.case).managedBy : move.by }];
  }
  if (!('referral' in move)) return [move];
  if (length === 0) return [];
  const place = length - 1 - (move.referral % length);
  const referral = at(model.referrals, place);
  const manager = at(model.cases, referral.case).managedBy;
  const roles = { MANAGER: manager, RECEIVER: referral.to ?? manager };
  const by = move.by === 'MANAGER' || move.by === 'RECEIVER' ? roles[move.by] : move.by;
  return move.kind === 'takeOver'
    ? [{ kind: 'transfer', case: referral.case, by, to: null }]
    : [{ kind: move.kind, referral: place, by }];
}

/**
 * Plays a move on the model, by the rules.
 * @returns `done`, or the name of the refusal.
 */
export function play(model: Model, move: Settled): string {
  switch (move.kind) {
    case 'draft':
      return draft(model, move);
    case 'submit':
    case 'cancel':
    case 'withdraw': {
      const referral = at(model.referrals, move.referral);
      // Who does not see the case whole sees no referral; Employment Nova Scotia sees all and works on none.
      if (referral.state === 'DELETED' || !seesWhole(model, move.by, referral.case)) return 'NotFound';
      if (move.by === 'ENS') return 'NotAllowed';
      return { submit, cancel, withdraw }[move.kind](model, referral);
    }
    case 'decline':
      return decline(model, move.by, at(model.referrals, move.referral));
    case 'transfer':
      return move.by === 'ENS'
        ? transferByNetwork(model, move.case, move.to)
        : takeOver(model, move.by, move.case, move.to);
    case 'status':
      return changeStatus(model, move);
    case 'agreement':
      Object.assign(at(model.organizations, move.organization), changed(model.now, move.change));
      return 'done';
    case 'time':
      model.now += move.days * DAY;
      return 'done';
  }
}

/** R27, R31: not in Follow up or Closed. */
function transferable(model: Model, place: number): boolean {
  return !['FOLLOW_UP', 'CLOSED'].includes(at(model.cases, place).status);
}

function wasSubmitted({ state }: Referral): boolean {
  return state === 'SUBMITTED' || state === 'ENDED';
}

function draft(model: Model, { by, case: place, type, to }: Extract<Settled, { kind: 'draft' }>): string {
  if (!seesWhole(model, by, place) && !seesSummary(model, by, place)) return 'NotFound';
  const { managedBy } = at(model.cases, place);
  if (managedBy !== by) return 'NotAllowed';
  if (type === 'CASE_TRANSFER' && !transferable(model, place)) return 'CaseNotTransferable';
  const outside = type === 'INFORMATIONAL_OUTSIDE';
  // R6: the draft is there then, without a receiver: not one's own organization, nor one that cannot receive.
  const complete = outside || (to !== by && canReceive(model, to));
  const receiver = outside || !complete ? null : to;
  model.referrals.push({
    ...{ case: place, type, from: managedBy, to: receiver },
    ...{ state: 'DRAFT', complete, submittedAt: 0 },
  });
  return complete ? 'done' : 'OrganizationNotEligible';
}

function submit(model: Model, referral: Referral): string {
  if (wasSubmitted(referral)) return 'done';
  if (!referral.complete) return 'InvalidInput';
  if (referral.to !== null && !canReceive(model, referral.to)) return 'OrganizationNotEligible';
  if (referral.type === 'CASE_TRANSFER' && !transferable(model, referral.case)) return 'CaseNotTransferable';
  referral.state = 'SUBMITTED';
  referral.submittedAt = model.now;
  return 'done';
}

function cancel(_model: Model, referral: Referral): string {
  if (wasSubmitted(referral)) return 'ReferralLocked';
  referral.state = 'DELETED';
  return 'done';
}

function withdraw(model: Model, referral: Referral): string {
  if (referral.type !== 'CASE_TRANSFER') return 'NotACaseTransfer';
  if (!wasSubmitted(referral)) return 'ReferralNotSubmitted';
  if (!isOpen(model, referral)) return 'ReferralEnded';
  referral.state = 'ENDED';
  return 'done';
}

/** D4: by the receiver. Whoever else sees the referral is told so; for all others there is none. */
function decline(model: Model, by: Viewer, referral: Referral): string {
  if (referral.type !== 'CASE_TRANSFER' || !wasSubmitted(referral)) return 'NotFound';
  const received = referral.to === by && canReceive(model, referral.to);
  if (!received && !seesWhole(model, by, referral.case)) return 'NotFound';
  if (referral.to !== by) return 'NotAllowed';
  if (!isOpen(model, referral)) return 'ReferralEnded';
  referral.state = 'ENDED';
  return 'done';
}

/** D5: an organization takes a case over by an open Case Transfer referral to itself. */
function takeOver(model: Model, by: Viewer, place: number, to: number | null): string {
  const { managedBy } = at(model.cases, place);
  if (managedBy !== by && !seesSummary(model, by, place)) return 'NotFound';
  if (to !== null && to !== by) return 'NotAllowed';
  if (managedBy === by) return 'CaseAlreadyTransferred';
  if (!transferable(model, place)) return 'CaseNotTransferable';
  move(model, place, by as number);
  return 'done';
}

/** D5: Employment Nova Scotia transfers any case, to an organization that can receive it. */
function transferByNetwork(model: Model, place: number, to: number | null): string {
  if (to === null) return 'InvalidInput';
  if (!transferable(model, place)) return 'CaseNotTransferable';
  if (at(model.cases, place).managedBy === to) return 'CaseAlreadyTransferred';
  if (!canReceive(model, to)) return 'OrganizationNotEligible';
  move(model, place, to);
  return 'done';
}

/** R25, R27: step by step, closed from anywhere and reopened to anywhere. What cannot be completed any more is withdrawn (D3). */
function changeStatus(
  model: Model,
  { by, case: place, status }: Extract<Settled, { kind: 'status' }>,
): string {
  const one = at(model.cases, place);
  if (!seesWhole(model, by, place) && !seesSummary(model, by, place)) return 'NotFound';
  if (one.managedBy !== by) return 'NotAllowed';
  if (one.status === status) return 'done';
  const order = ['INTAKE', 'ASSESSMENT', 'ACTION_PLAN', 'FOLLOW_UP'];
  const steps = Math.abs(order.indexOf(one.status) - order.indexOf(status));
  if (status !== 'CLOSED' && one.status !== 'CLOSED' && steps > 1) return 'CaseStatusNotReachable';
  if (one.status === 'CLOSED') {
    const others = model.cases.filter(
      ({ person, managedBy }, other) => other !== place && person === one.person && managedBy === by,
    );
    if (others.some((other) => other.status !== 'CLOSED')) return 'OpenCaseExists';
  }
  one.status = status;
  if (transferable(model, place)) return 'done';
  for (const referral of model.referrals) {
    const isAsked = referral.case === place && referral.type === 'CASE_TRANSFER';
    if (isAsked && isOpen(model, referral)) referral.state = 'ENDED';
  }
  return 'done';
}

/** D6, D7: the case goes, open Case Transfer referrals of it end, the former organization's drafts go, a receipt stays. */
function move(model: Model, place: number, to: number): void {
  const moved = at(model.cases, place);
  model.transfers.push({ case: place, from: moved.managedBy });
  for (const referral of model.referrals) {
    if (referral.case !== place) continue;
    if (referral.state === 'SUBMITTED' && referral.type === 'CASE_TRANSFER') referral.state = 'ENDED';
    if (referral.state === 'DRAFT' && referral.from === moved.managedBy) referral.state = 'DELETED';
  }
  moved.managedBy = to;
}

function changed(now: number, change: AgreementChange): Partial<Model['organizations'][number]> {
  const today = Math.floor(now / DAY) * DAY;
  const good = { agreementUntil: today + 100_000 * DAY, ecm: true, tracking: true, closed: false };
  const changes = {
    ENDED_YESTERDAY: { agreementUntil: today - DAY },
    ENDS_TODAY: { agreementUntil: today },
    RENEWED: good,
    LOST_ECM: { ecm: false },
    LOST_TRACKING: { tracking: false },
    CLOSED: { closed: true },
  };
  return changes[change];
}
