/**
 * Who may do what with a client, a case and what belongs to it: by the relation of the viewer's organization to the case.
 * It is the one place where this is written. The `where` of every read is made from it (people/relations.ts), and so are
 * docs/access.md and the expectations of tests/graphql/access-matrix.test.ts. Several relations can hold at once; then what
 * each of them allows is allowed. Who within an organization may change anything is a matter of roles (actor.ts).
 */
export const accessTable = {
  MANAGES: {
    personRecord: ['see', 'update', 'openCase'],
    caseSummary: ['see'],
    case: ['see', 'update', 'changeStatus', 'handOver'],
    referrals: ['see', 'add', 'update', 'submit', 'cancel', 'withdraw'],
    letters: ['see', 'sendAgain'],
    notes: ['see', 'add'],
    documents: ['see', 'add', 'remove'],
    notifications: ['see', 'acknowledge'],
    transferRequests: ['see'],
    transferReceipts: [],
  },
  OPEN_CASE_TRANSFER: {
    personRecord: ['see', 'openCase'],
    caseSummary: ['see'],
    case: ['transfer'],
    referrals: ['decline'],
    letters: [],
    notes: [],
    documents: [],
    notifications: [],
    transferRequests: ['see'],
    transferReceipts: [],
  },
  INFORMATIONAL: {
    personRecord: ['see', 'openCase'],
    caseSummary: [],
    case: [],
    referrals: [],
    letters: [],
    notes: [],
    documents: [],
    notifications: [],
    transferRequests: [],
    transferReceipts: [],
  },
  MANAGED_BEFORE: {
    personRecord: [],
    caseSummary: [],
    case: [],
    referrals: [],
    letters: [],
    notes: [],
    documents: [],
    notifications: [],
    transferRequests: [],
    transferReceipts: ['see'],
  },
  NETWORK_ADMINISTRATOR: {
    personRecord: ['see'],
    caseSummary: ['see'],
    case: ['see', 'transfer', 'handOver'],
    referrals: ['see'],
    letters: ['see'],
    notes: ['see'],
    documents: ['see'],
    notifications: ['see'],
    transferRequests: ['see'],
    transferReceipts: ['see'],
  },
  NONE: {
    personRecord: [],
    caseSummary: [],
    case: [],
    referrals: [],
    letters: [],
    notes: [],
    documents: [],
    notifications: [],
    transferRequests: [],
    transferReceipts: [],
  },
} as const satisfies Record<string, { readonly [T in Thing]: readonly Action<T>[] }>;

/** What can be done with each thing. */
type Actions = {
  /** The client's person record: name, birth date, how to reach them. A case is opened for somebody whose record one sees (R24). */
  personRecord: 'see' | 'update' | 'openCase';
  /** What a receiver is told of the case (R26). */
  caseSummary: 'see';
  /** All of the case. To transfer it is to take it over (R28), or to move it for Employment Nova Scotia (D5). */
  case: 'see' | 'update' | 'changeStatus' | 'transfer' | 'handOver';
  referrals: 'see' | 'add' | 'update' | 'submit' | 'cancel' | 'withdraw' | 'decline';
  /** The letters of referrals and the emails they went out with. */
  letters: 'see' | 'sendAgain';
  notes: 'see' | 'add';
  documents: 'see' | 'add' | 'remove';
  /** Those of the Case Home Page. */
  notifications: 'see' | 'acknowledge';
  /** That an organization is asked to take the case over, by whom and since when (B8); a receiver sees what it is asked itself. */
  transferRequests: 'see';
  /** That the organization gave the case up: its Case ID, when, and to whom, and no more (D7). */
  transferReceipts: 'see';
};

/** What access is to. */
export type Thing = keyof Actions;
/** What can be done with a thing. */
export type Action<T extends Thing = Thing> = Actions[T];

/** How the viewer's organization stands to a case, or, for the administrators of the network, the viewer. */
export type Relation = keyof typeof accessTable;

/** The relations that allow an action on a thing, as the table has them. */
export type RelationsThatAllow<T extends Thing, A extends Action<T>> = {
  [R in Relation]: A extends (typeof accessTable)[R][T][number] ? R : never;
}[Relation];

/** All relations, in the order of the table. */
export const relations = Object.keys(accessTable) as Relation[];

/** All things, in the order of the table. */
export const things = Object.keys(accessTable.NONE) as Thing[];

/** What a relation allows with a thing. */
export function allowedActions(relation: Relation, thing: Thing): readonly Action[] {
  return accessTable[relation][thing];
}

/** Whether a relation allows an action on a thing. */
export function allows<T extends Thing>(relation: Relation, thing: T, action: Action<T>): boolean {
  return allowedActions(relation, thing).includes(action);
}

/** The things that a relation lets see. */
export function thingsSeen(relation: Relation): Thing[] {
  return things.filter((thing) => allows(relation, thing, 'see'));
}
