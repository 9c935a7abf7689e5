/** So many statements are prepared at the most, on each connection; those beyond are planned anew each time. */
const most = 1_000;

/** Gives each SQL text a name, by which a connection that has prepared it runs it again without parsing and planning. */
export function nameStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // Without a name it is not prepared.
    if (names.size >= most) return '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
