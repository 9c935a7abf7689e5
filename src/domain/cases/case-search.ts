import type { Prisma } from '../../generated/prisma/client.ts';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../actor.ts';
import { type Moment, visiblePeople } from '../people/access.ts';
import { almostAsTyped, type TypedWord, typedWords } from '../people/typed-words.ts';
import { visibleCases } from './access.ts';

/**
 * The cases the actor can find, whole or as a summary, by Case ID or by the client's name: words in any order, the
 * beginning of each enough (R28). Small typing errors in names are forgiven where nothing the actor may see is found without:
 * that hangs on what this actor may see alone, and while there is a match others named alike stay out of sight.
 * @param search what the user typed; empty for all.
 */
export async function findCases(
  actor: Actor,
  database: Reader,
  moment: Moment,
  search: string,
): Promise<Prisma.CaseWhereInput> {
  const visible = visibleCases(actor, moment);
  return await forgiving(database, search, {
    where: (words, near) => ({
      AND: [
        visible,
        ...words.map((word) => (word.isNumber ? byNumber(word) : { person: byName(word, near) })),
      ],
    }),
    any: (where) => database.case.findFirst({ where, select: { id: true } }),
  });
}

/** The people the actor can find, by name or by the Case ID of a case the actor can find; as {@link findCases} (R28). */
export async function findPeople(
  actor: Actor,
  database: Reader,
  moment: Moment,
  search: string,
): Promise<Prisma.PersonWhereInput> {
  const visible = visiblePeople(actor, moment);
  const cases = visibleCases(actor, moment);
  return await forgiving(database, search, {
    where: (words, near) => ({
      AND: [
        visible,
        ...words.map((word) =>
          word.isNumber ? { cases: { some: { AND: [cases, byNumber(word)] } } } : byName(word, near),
        ),
      ],
    }),
    any: (where) => database.person.findFirst({ where, select: { id: true } }),
  });
}

/** Words spelled almost as a typed one, by that one. */
type Near = ReadonlyMap<string, string[]>;

/** The condition for what matches as typed where there is any, else for what matches almost. */
async function forgiving<Where>(
  database: Reader,
  search: string,
  {
    where,
    any,
  }: { where: (words: TypedWord[], near: Near) => Where; any: (where: Where) => Promise<unknown> },
): Promise<Where> {
  const words = await typedWords(database, search);
  const asTyped = where(words, new Map());
  const names = words.filter(({ isNumber }) => !isNumber);
  if (names.length === 0 || (await any(asTyped)) !== null) return asTyped;
  return where(words, await almostAsTyped(database, names));
}

function byNumber({ beginnings }: TypedWord): Prisma.CaseWhereInput {
  return { OR: beginnings.map((beginning) => ({ number: { startsWith: beginning } })) };
}

function byName({ text, beginnings }: TypedWord, near: Near): Prisma.PersonWhereInput {
  const asTyped = beginnings.map((beginning) => ({ word: { startsWith: beginning } }));
  const almost = near.get(text) ?? [];
  return {
    nameWords: { some: { OR: [...asTyped, ...(almost.length === 0 ? [] : [{ word: { in: almost } }])] } },
  };
}
