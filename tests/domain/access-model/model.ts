import type { CaseStatus, ReferralType } from '../../../src/generated/prisma/enums.ts';

/** One day, in milliseconds. */
export const DAY = 86_400_000;

/** Who looks or acts: a case manager of an organization, by its place; the administrator or the auditor of Employment Nova Scotia. */
export type Viewer = number | 'ENS' | 'AUDITOR';

/** What there is, in plain values. Organizations, people, cases and referrals are known by their place in the list. */
export type Model = {
  /** In milliseconds. */
  now: number;
  organizations: { agreementUntil: number; ecm: boolean; tracking: boolean; closed: boolean }[];
  cases: { person: number; managedBy: number; status: CaseStatus }[];
  referrals: Referral[];
  /** Each transfer that has happened, in order. */
  transfers: { case: number; from: number }[];
};

/** A referral that was started. */
export type Referral = {
  case: number;
  type: ReferralType;
  from: number;
  /** None while it has no receiver, and outside the network. */
  to: number | null;
  state: 'DRAFT' | 'SUBMITTED' | 'ENDED' | 'DELETED';
  /** Whether all fields are filled in. */
  complete: boolean;
  submittedAt: number;
};

/** What one viewer sees, each as a sorted list of places; the receipts as the cases they are of. */
export type Sight = {
  people: number[];
  /** Whole or as a summary. */
  cases: number[];
  wholeCases: number[];
  referrals: number[];
  asked: number[];
  asking: number[];
  receipts: number[];
};

/** R6: an organization can receive while it is open and its agreement is active, with an ECM program and client tracking. */
export function canReceive(model: Model, place: number): boolean {
  const { agreementUntil, ecm, tracking, closed } = at(model.organizations, place);
  return !closed && ecm && tracking && agreementUntil >= Math.floor(model.now / DAY) * DAY;
}

/** D8: a Case Transfer referral gives access for 90 days, one for information for a year. */
function hasRunOut(model: Model, { type, submittedAt }: Referral): boolean {
  return model.now >= submittedAt + (type === 'CASE_TRANSFER' ? 90 : 365) * DAY;
}

/** D3, D4, D6, D8: submitted, and nothing has ended it. */
export function isOpen(model: Model, referral: Referral): boolean {
  return referral.state === 'SUBMITTED' && !hasRunOut(model, referral);
}

/** R24, R26, D12: an open referral gives its receiver access as long as the receiver can receive referrals at all. */
function givesAccess(model: Model, referral: Referral): boolean {
  return isOpen(model, referral) && referral.to !== null && canReceive(model, referral.to);
}

/** R32: who manages the case sees it whole, nobody else but the administrators of Employment Nova Scotia. */
export function seesWhole(model: Model, viewer: Viewer, place: number): boolean {
  return viewer === 'ENS' || at(model.cases, place).managedBy === viewer;
}

/** R26: the receiver of a Case Transfer referral that gives access sees a summary. */
export function seesSummary(model: Model, viewer: Viewer, place: number): boolean {
  return model.referrals.some(
    (referral) =>
      referral.case === place &&
      referral.type === 'CASE_TRANSFER' &&
      referral.to === viewer &&
      givesAccess(model, referral),
  );
}

/** R24, R26: whoever sees a case of a client, or was referred the client, sees the person. */
function seesPerson(model: Model, viewer: Viewer, person: number): boolean {
  const isOf = (place: number) => at(model.cases, place).person === person;
  return model.cases.some((_one, place) => isOf(place) && seesClientBy(model, viewer, place));
}

/** R24, R26, R36: likewise by one case, which is what a task about it shows the client by. */
export function seesClientBy(model: Model, viewer: Viewer, place: number): boolean {
  return (
    seesWhole(model, viewer, place) ||
    model.referrals.some((one) => one.case === place && one.to === viewer && givesAccess(model, one))
  );
}

/** All that a viewer sees. */
export function sightOf(model: Model, viewer: Viewer): Sight {
  const cases = places(model.cases);
  const referrals = places(model.referrals).filter((place) => at(model.referrals, place).state !== 'DELETED');
  const requests = referrals.filter((place) => {
    const referral = at(model.referrals, place);
    return referral.type === 'CASE_TRANSFER' && isOpen(model, referral);
  });
  const people = [...new Set(model.cases.map(({ person }) => person))].sort();
  return {
    people: people.filter((person) => seesPerson(model, viewer, person)),
    cases: cases.filter((place) => seesWhole(model, viewer, place) || seesSummary(model, viewer, place)),
    wholeCases: cases.filter((place) => seesWhole(model, viewer, place)),
    // Referrals, with their letters and notes, are seen with the whole case; a receiver sees none (R26).
    referrals: referrals.filter((place) => seesWhole(model, viewer, at(model.referrals, place).case)),
    // B8: what one was asked to take over, and what one asks others to.
    asked: requests.filter(
      (place) => at(model.referrals, place).to === viewer && givesAccess(model, at(model.referrals, place)),
    ),
    asking: requests.filter((place) => at(model.cases, at(model.referrals, place).case).managedBy === viewer),
    // D7: one receipt for each time one's own organization gave a case up.
    receipts: model.transfers
      .filter(({ from }) => viewer === 'ENS' || from === viewer)
      .map((transfer) => transfer.case)
      .sort(),
  };
}

/** An item that is there. */
export function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  if (item === undefined) throw new Error(`there is no place ${place}`);
  return item;
}

function places(items: readonly unknown[]): number[] {
  return items.map((_item, place) => place);
}
