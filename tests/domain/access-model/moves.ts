import fc from 'fast-check';
import type { CaseStatus, ReferralType } from '../../../src/generated/prisma/enums.ts';
import type { Viewer } from './model.ts';

/** So many organizations, people and cases take part. */
export const counts = { organizations: 4, people: 2, cases: 3 };

/** What can happen, with who does it settled. Cases, organizations and referrals are named by their places. */
export type Settled =
  | { kind: 'draft'; by: Viewer; case: number; type: ReferralType; to: number }
  | { kind: 'submit' | 'cancel' | 'withdraw' | 'decline'; by: Viewer; referral: number }
  /** To one's own organization where `to` is null. */
  | { kind: 'transfer'; by: Viewer; case: number; to: number | null }
  | { kind: 'status'; by: Viewer; case: number; status: CaseStatus }
  | { kind: 'agreement'; organization: number; change: AgreementChange }
  /** `recorded`: the job that writes down what has run out runs then. */
  | { kind: 'time'; days: number; recorded: boolean };

type Drafted = { by: Viewer | 'MANAGER'; case: number; type: ReferralType; to: number };

/** What can happen, as it is drawn: by a role, and for a referral that is counted back from the newest. */
export type Move =
  | (Drafted & { kind: 'draft' })
  /** A draft that is submitted at once. */
  | (Drafted & { kind: 'refer' })
  | { kind: 'submit' | 'cancel' | 'withdraw'; by: Viewer | 'MANAGER'; referral: number }
  | { kind: 'decline' | 'takeOver'; by: Viewer | 'RECEIVER'; referral: number }
  | { kind: 'status'; by: Viewer | 'MANAGER'; case: number; status: CaseStatus }
  | Extract<Settled, { kind: 'transfer' | 'agreement' | 'time' }>;

/** What can become of an organization and its agreement. */
export type AgreementChange =
  | 'ENDED_YESTERDAY'
  | 'ENDS_TODAY'
  | 'RENEWED'
  | 'LOST_ECM'
  | 'LOST_TRACKING'
  | 'CLOSED';

const organization = fc.nat({ max: counts.organizations - 1 });
const anyCase = fc.nat({ max: counts.cases - 1 });
/** Mostly one of the newest, for the old ones have mostly come to their end. */
const anyReferral = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 2 }) },
  { weight: 1, arbitrary: fc.nat({ max: 30 }) },
);
const anyone: fc.Arbitrary<Viewer> = fc.oneof(
  { weight: 4, arbitrary: organization },
  { weight: 1, arbitrary: fc.constantFrom('ENS', 'AUDITOR') },
);
/** Mostly whoever may, so that enough comes to pass; else anybody. */
const mostly = <Role extends string>(role: Role): fc.Arbitrary<Viewer | Role> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(role) }, { weight: 1, arbitrary: anyone });

const kinds = <Kind extends string>(kind: Kind) => ({ kind: fc.constant(kind) });

const draft = fc.record({
  kind: fc.constantFrom('draft', 'refer', 'refer'),
  by: mostly('MANAGER'),
  case: anyCase,
  type: fc.constantFrom<ReferralType[]>(
    ...(['CASE_TRANSFER', 'CASE_TRANSFER', 'INFORMATIONAL_WITHIN', 'INFORMATIONAL_OUTSIDE'] as const),
  ),
  to: organization,
});
const submit = fc.record({ ...kinds('submit'), by: mostly('MANAGER'), referral: anyReferral });
const takeBack = fc.record({
  kind: fc.constantFrom('cancel', 'withdraw'),
  by: mostly('MANAGER'),
  referral: anyReferral,
});
const decline = fc.record({ ...kinds('decline'), by: mostly('RECEIVER'), referral: anyReferral });
const takeOver = fc.record({ ...kinds('takeOver'), by: mostly('RECEIVER'), referral: anyReferral });
const transfer = fc.record({
  ...kinds('transfer'),
  by: fc.oneof({ weight: 3, arbitrary: fc.constant<Viewer>('ENS') }, { weight: 1, arbitrary: anyone }),
  case: anyCase,
  to: fc.option(organization, { freq: 5 }),
});
const status = fc.record({
  ...kinds('status'),
  by: mostly('MANAGER'),
  case: anyCase,
  status: fc.constantFrom<CaseStatus[]>('INTAKE', 'ASSESSMENT', 'ACTION_PLAN', 'FOLLOW_UP', 'CLOSED'),
});
const agreement = fc.record({
  ...kinds('agreement'),
  organization,
  change: fc.constantFrom<AgreementChange[]>(
    ...(['RENEWED', 'RENEWED', 'RENEWED', 'ENDED_YESTERDAY', 'ENDS_TODAY'] as const),
    ...(['LOST_ECM', 'LOST_TRACKING', 'CLOSED'] as const),
  ),
});
const time = fc.record({
  ...kinds('time'),
  days: fc.constantFrom(0, 1, 1, 30, 89, 90, 275),
  recorded: fc.boolean(),
});

/** A move at random. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 10, arbitrary: draft },
  { weight: 3, arbitrary: submit },
  { weight: 2, arbitrary: takeBack },
  { weight: 1, arbitrary: decline },
  { weight: 4, arbitrary: takeOver },
  { weight: 3, arbitrary: transfer },
  { weight: 3, arbitrary: status },
  { weight: 3, arbitrary: agreement },
  { weight: 2, arbitrary: time },
);
