/** How the run as a whole is set; see the README. */
export type Settings = {
  /** Where the databases are. */
  directory: string;
  /** Whose database is used, where a section does not say otherwise. */
  cases: number;
  connections: number;
  rounds: number;
  /** How long a round is. */
  seconds: number;
};

/** One part of the results. */
export type Section = {
  name: string;
  title: string;
  /** @returns what was found, in Markdown. */
  measure(settings: Settings): Promise<string>;
};
