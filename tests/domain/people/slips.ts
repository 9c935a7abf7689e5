/** What a slip of the finger makes of a word. */
export type Slip = 'letter missing' | 'letter too many' | 'wrong letter' | 'two letters swapped';

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** Numbers from 0 up to but not including 1, the same in each run. */
export function steadyRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A word of plain letters with one slip at a random place. */
export function slipIn(word: string, slip: Slip, random: () => number): string {
  const at = Math.floor(random() * word.length);
  const letter = alphabet.charAt(Math.floor(random() * alphabet.length));
  if (slip === 'letter missing') return word.slice(0, at) + word.slice(at + 1);
  if (slip === 'letter too many') return word.slice(0, at) + letter + word.slice(at);
  if (slip === 'wrong letter') return word.slice(0, at) + letter + word.slice(at + 1);
  const first = Math.min(at, word.length - 2);
  return `${word.slice(0, first)}${word.charAt(first + 1)}${word.charAt(first)}${word.slice(first + 2)}`;
}
