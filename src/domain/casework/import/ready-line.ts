import type { WholePerson } from '../../people/person-input.ts';
import type { ImportedCaseFields } from './read-case-cells.ts';

/** A line that can be imported: a new client, or one by the reference of whose case they are known; and the case. */
export type ReadyLine = {
  line: number;
  reference: string;
  client: { person: WholePerson } | { of: string };
  case: ImportedCaseFields;
};
