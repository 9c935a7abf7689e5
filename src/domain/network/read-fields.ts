import type { ZodType } from 'zod';
import type { FieldProblem } from '../errors.ts';
import type { Bilingual } from '../language.ts';

/** What is typed into a record: a field left out stays as it is, null empties it. */
export type Typed<Record> = { [Field in keyof Record]?: string | null | undefined };

/** The fields that can be kept, and the problem with each of the others. */
export type Read<Record> = { fields: Partial<Record>; problems: FieldProblem[] };

/** How each field is read, and what to enter where it is missing or wrong. */
export type FieldShapes<Field extends string> = {
  shapes: Record<Field, ZodType<string | null>>;
  instead: Record<Field, Bilingual>;
};

/** Reads the fields that were typed, each by its shape; one left out is not among those that come back. */
export function readFields<Field extends string>(
  { shapes, instead }: FieldShapes<Field>,
  fields: readonly Field[],
  typed: Typed<Record<Field, unknown>>,
): Read<Record<Field, string | null>> {
  const found: Partial<Record<Field, string | null>> = {};
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    if (typed[field] === undefined) continue;
    const parsed = shapes[field].safeParse(typed[field]);
    if (parsed.success) found[field] = parsed.data;
    else problems.push({ field, text: instead[field] });
  }
  return { fields: found, problems };
}

/** The fields of a change that are not what the record has already. */
export function changesOf<Fields extends object>(before: Fields, fields: Partial<Fields>): Partial<Fields> {
  const entries = Object.entries(fields).filter(([field, value]) => before[field as keyof Fields] !== value);
  return Object.fromEntries(entries) as Partial<Fields>;
}
