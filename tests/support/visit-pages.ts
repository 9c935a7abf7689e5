/**
 * Goes through the issuer's pages as a browser does: follows where they lead, keeps their cookies, logs in and consents.
 * @returns the authorization code that it is sent back to the application with.
 * @throws where it is sent back with an error, or not at all.
 */
export async function visitPages(
  first: string,
  { login, redirectUri }: { login: string; redirectUri: string },
): Promise<string> {
  const cookies = new Map<string, string>();
  let address = first;
  let form: URLSearchParams | null = null;
  for (let pages = 0; pages < 12; pages += 1) {
    const answer: Response = await fetch(address, {
      method: form === null ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      body: form,
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) {
      form = filledIn(await answer.text(), login);
      continue;
    }
    form = null;
    address = new URL(location, address).href;
    if (address.startsWith(redirectUri)) return codeOf(new URL(address));
  }
  throw new Error(`the issuer did not lead back to ${redirectUri}`);
}

/** The form of a page, which leads to the page itself. */
function filledIn(page: string, login: string): URLSearchParams {
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
  if (prompt === undefined) throw new Error(`the issuer shows a page without a form: ${page.slice(0, 500)}`);
  return new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'any' } : { prompt });
}

function codeOf({ searchParams }: URL): string {
  const code = searchParams.get('code');
  if (code === null) throw new Error(`the issuer refused: ${searchParams.get('error_description')}`);
  return code;
}
