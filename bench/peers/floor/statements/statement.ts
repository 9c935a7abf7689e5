/** One question: its route, the one prepared statement that answers it, and the statement's parameters after the subject. */
export type Statement = {
  url: string;
  /** Gives one row with one column, `answer`, the JSON of `data` as text; $1 is the subject of the token. */
  sql: string;
  parameters(request: { params: Record<string, string>; query: Record<string, string> }): unknown[];
};

/** Who is signed in: the table `me`. */
export const me = `SELECT staff.id, staff."organizationId" FROM "Staff" AS staff
  JOIN "Organization" AS own ON own.id = staff."organizationId" AND own."closedAt" IS NULL
 WHERE staff.subject = $1 AND staff."disabledAt" IS NULL`;
