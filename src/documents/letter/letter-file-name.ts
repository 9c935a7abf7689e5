import type { LetterLanguage } from './letter-content.ts';

/**
 * The name a letter is attached under. It names nobody: file names end up in mail logs and download
 * folders.
 */
export function letterFileName(language: LetterLanguage): string {
  return language === 'fr' ? 'lettre-d-aiguillage.pdf' : 'referral-letter.pdf';
}
