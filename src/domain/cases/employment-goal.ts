import type { FieldProblem } from '../errors.ts';
import { lineProblem, typedLine } from '../typed-line.ts';

/** The longest employment goal, in UTF-16 units. */
const longest = 500;

/** Reads what the client works towards; blank is none. */
export function readEmploymentGoal(text: string | null | undefined): {
  employmentGoal: string | null;
  problems: FieldProblem[];
} {
  const parsed = typedLine(longest).nullish().safeParse(text);
  return parsed.success
    ? { employmentGoal: parsed.data ?? null, problems: [] }
    : { employmentGoal: null, problems: [{ field: 'employmentGoal', text: lineProblem(longest) }] };
}
