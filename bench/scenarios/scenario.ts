/** What is measured: one question, as each contender is asked it. */
export type Scenario = {
  name: string;
  /** What it is, for the table. */
  title: string;
  ours: GraphQLRequest;
  postgraphile: GraphQLRequest;
  /** A path of the floor's. */
  floor: string;
  /** Fields of ours that the peers have not, at whatever depth; they are left out of the comparison, not of the measurement. */
  onlyOurs?: readonly string[];
};

/** A GraphQL operation with its variables. */
export type GraphQLRequest = { query: string; variables: Record<string, unknown> };

/** The records that the questions are about. */
export type Subjects = {
  /** Whose questions they are: a case manager of the organization measured. */
  username: string;
  /** A name that more than a page of their cases have. */
  search: string;
  /** A case with twenty referrals. */
  caseId: string;
  caseNumber: string;
  /** An emailed referral of that case. */
  referralId: string;
};
