/** Who does what with success; it can be done but once. */
export type Success = { by: string; input: object };

/** For mutations, by their names, how to have success with each. */
export type Successes = Record<string, () => Promise<Success>>;
