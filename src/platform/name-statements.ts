/** So many statements are prepared at the most, on each connection; those beyond are planned anew each time. */
const most = 1_000;

/**
 * In a statement's text: that its best plan hangs on its values, so much that planning it for them each time is worth what that takes.
 * Of a prepared one PostgreSQL soon takes a plan that is to suit all values.
 */
export const plannedForValues = '/* planned for its values */';

/**
 * Gives each SQL text a name, by which a connection that has prepared it runs it again without parsing and planning; but none to those
 * that are {@link plannedForValues}.
 */
export function nameStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (sql.includes(plannedForValues)) return '';
    // Without a name it is not prepared.
    if (names.size >= most) return '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
