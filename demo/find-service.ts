import { readRunningServices } from '../src/platform/embedded/data-directory.ts';

/**
 * Where the service runs: HANDOFF_URL, or the service started in this folder, or the usual port.
 * @returns its URL without a path.
 * @throws when none answers there, with what to do.
 */
export async function findService(dataDirectory: string): Promise<string> {
  const found = process.env.HANDOFF_URL || readRunningServices(dataDirectory)?.url || 'http://127.0.0.1:4000';
  const url = found.replace(/\/$/, '');
  const ready = await fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!ready) {
    throw new Error(
      `No Handoff answers at ${url}. Start one with "npm start" in another terminal, or set HANDOFF_URL to where it runs.`,
    );
  }
  return url;
}
