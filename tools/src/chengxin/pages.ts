import { type Gateway, type Query } from '../gateway/gateway.js';

type Page<T> = { items: T[]; next?: string };

/** The pages of a list of the gateway, to its end. */
export async function* pagesOf<T>(gateway: Gateway, path: string, query: Query = {}): AsyncGenerator<T[]> {
  let page = await gateway.get<Page<T>>(path, { ...query, limit: 200 });
  yield page.items;
  while (page.next !== undefined) {
    page = await gateway.get<Page<T>>(path, { ...query, limit: 200, after: page.next });
    yield page.items;
  }
}
