import type { Language } from '../generated/prisma/enums.ts';

export type { Language };

/** A text in both languages of the network. */
export type Bilingual = Record<Language, string>;
