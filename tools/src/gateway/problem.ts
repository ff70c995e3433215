/** One sentence in both languages. */
export type Texts = { zh: string; en: string };

/** What a problem document says beside its own members: the places of a request that are wrong, or the faults of one record. */
type RequestFault = Texts & { in: string; pointer: string };
type RecordFault = { field?: { name: string; zh: string }; rule: Texts; mend: Texts; found?: string };

/** An answer in `application/problem+json` (RFC 9457), as the platform writes it. */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  detail?: string;
  texts?: Texts;
  correlationId?: string;
  errors?: RequestFault[];
  faults?: RecordFault[];
};

/** The gateway refused: its own words in Chinese and English, a line for each fault. */
export class GatewayProblem extends Error {
  constructor(
    readonly request: string,
    readonly document: ProblemDocument,
  ) {
    super(problemText(request, document));
    this.name = 'GatewayProblem';
  }
}

/** Nobody answered at the gateway's address. */
export class GatewayUnreachable extends Error {
  constructor(url: string, cause: unknown) {
    super(`nobody answers at ${url}: is Chengxin started there (npm start)?`, { cause });
    this.name = 'GatewayUnreachable';
  }
}

/** Reads an answer that is no success; one that is no problem document becomes one, with its text as detail. */
export function problemOf(status: number, contentType: string | null, body: string): ProblemDocument {
  if (contentType?.includes('json')) {
    try {
      return JSON.parse(body) as ProblemDocument;
    } catch {
      // what calls itself JSON and is none is shown as it is
    }
  }
  return { type: 'about:blank', title: `HTTP ${status}`, status, detail: body.slice(0, 1000) };
}

/** A problem for a person: what was asked, the texts, every fault on a line of its own, and where to look further. */
export function problemText(request: string, { type, title, status, detail, texts, correlationId, ...facts }: ProblemDocument): string {
  const words = texts ? [texts.zh, texts.en] : [detail ?? title];
  const places = (facts.errors ?? []).map((fault) => `  ${fault.in} ${fault.pointer}: ${fault.zh} / ${fault.en}`);
  const faults = (facts.faults ?? []).map(recordFaultText);
  const trace = correlationId ? `, correlation ${correlationId}` : '';
  return [...words, ...places, ...faults, `(${request} was answered ${status}, ${type}${trace})`].join('\n');
}

function recordFaultText({ field, rule, mend, found }: RecordFault): string {
  const where = field ? `${field.zh} (${field.name}): ` : '';
  const what = found ? ` [${found}]` : '';
  return `  ${where}${rule.zh} / ${rule.en}${what} → ${mend.zh} / ${mend.en}`;
}
