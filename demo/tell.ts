const indent = ' '.repeat(18);

/** Prints the story as it goes: chapters, who does what, and what the system answers. */
export const tell = {
  chapter(title: string): void {
    console.log(`\n${title}\n`);
  },
  does(who: string, what: string): void {
    console.log(`  ${who.padEnd(15)} ${what}`);
  },
  answers(...lines: string[]): void {
    for (const line of lines) console.log(`${indent}→ ${line.replaceAll(/\n+/g, ' ')}`);
  },
};
