import type { Answer } from '../contact/answer.ts';
import type { Api } from './api.ts';

/**
 * The api, whose code comes with its first use: the first page shows without it. Code that cannot be fetched is a server
 * that cannot be reached; it is asked for again the next time.
 */
export function lazyApi(load: () => Promise<Api> = loadApi, online = () => navigator.onLine): Api {
  let loading: Promise<Api> | null = null;
  const ask = async <T>(call: (api: Api) => Promise<Answer<T>>): Promise<Answer<T>> => {
    let api: Api;
    try {
      loading ??= load();
      api = await loading;
    } catch {
      loading = null;
      return { ok: false, failure: { kind: 'unreachable' } };
    }
    return call(api);
  };
  return {
    online,
    push: (...input) => ask((api) => api.push(...input)),
    pull: (...input) => ask((api) => api.pull(...input)),
    sendPhoto: (...input) => ask((api) => api.sendPhoto(...input)),
    reconcile: (...input) => ask((api) => api.reconcile(...input)),
    signIn: (...input) => ask((api) => api.signIn(...input)),
    signOut: (...input) => ask((api) => api.signOut(...input)),
  };
}

async function loadApi(): Promise<Api> {
  const { openApi } = await import('./api.ts');
  return openApi();
}
