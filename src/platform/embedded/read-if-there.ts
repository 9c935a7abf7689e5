import { readFileSync } from 'node:fs';

/**
 * Reads a small text file that may not exist.
 * @returns its text, or null when there is no such file; every other failure is thrown.
 */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
