import type { RGB } from 'pdf-lib';
import { rgb } from 'pdf-lib';
import type { Weight } from './fonts/typeface.ts';

/** How a piece of text looks: weight, size in points, colour. */
export type TextStyle = { weight: Weight; size: number; color: RGB };

/** The one accent colour of a letter, a deep blue that stays legible in black and white. */
export const accent = rgb(0.09, 0.27, 0.42);
/** Hairlines. */
export const hairline = rgb(0.78, 0.81, 0.84);

const ink = rgb(0.11, 0.12, 0.14);
const muted = rgb(0.34, 0.37, 0.41);

/** The text styles of a letter. */
export const styles = {
  senderName: { weight: 'bold', size: 15, color: accent },
  contact: { weight: 'regular', size: 8.5, color: muted },
  body: { weight: 'regular', size: 10.5, color: ink },
  strong: { weight: 'bold', size: 10.5, color: ink },
  label: { weight: 'regular', size: 10.5, color: muted },
  title: { weight: 'bold', size: 14, color: accent },
  small: { weight: 'regular', size: 7.5, color: muted },
} as const satisfies Record<string, TextStyle>;
