import { Gateway, type Patience } from '../gateway/gateway.js';
import { clientToken, userToken } from '../issuer/sign-in.js';
import { type Demonstration, readDemonstration } from '../start/demonstration.js';
import { type Settings, settingsFrom } from '../start/settings.js';

/** About a minute: a service that is started again takes the job up where it was. */
export const THROUGH_A_RESTART: Patience = { attempts: 20 };

/** Where the gateway is and who may be signed in: the demonstration of this machine, or a city named in the environment. */
export class Session {
  /** The gateway's address. */
  readonly url: string;
  /** The demonstration's settings; undefined for a city elsewhere, whose processes cannot be seen from here. */
  readonly settings?: Settings;
  private readonly bearer?: string;

  /** Reads CHENGXIN_URL and CHENGXIN_TOKEN, else what the launcher reads. Throws with what is wrong. */
  constructor(env: NodeJS.ProcessEnv) {
    const { CHENGXIN_URL: url, CHENGXIN_TOKEN: bearer } = env;
    if (url && !bearer) throw new Error('CHENGXIN_URL needs a bearer token in CHENGXIN_TOKEN');
    if (url) this.url = new URL(url).origin;
    else {
      this.settings = settingsFrom(env);
      this.url = this.settings.url;
    }
    if (bearer) this.bearer = bearer;
  }

  /** A bearer token for a user of the demonstration, or for a department's machine client by its name. Throws when there is no such user. */
  async token(user: string): Promise<string> {
    const { issuer, users, clients } = this.demonstration();
    const client = clients.find(({ id }) => id === user);
    if (!client && !users.some((each) => each.user === user)) {
      const known = [...users.map((each) => each.user), ...clients.map(({ id }) => id)];
      throw new Error(`there is no demonstration user ${user}; there are ${known.join(', ')}`);
    }
    return signedIn(issuer, client ? clientToken(issuer, client) : userToken(issuer, user));
  }

  /** The gateway as it answers `chosen`, else `fitting`; in a city elsewhere as it answers the bearer of CHENGXIN_TOKEN. */
  gateway(fitting: string, chosen?: string, patience?: Patience): Gateway {
    const { bearer } = this;
    if (bearer && chosen) throw new Error('CHENGXIN_TOKEN says who asks; --as is for the demonstration');
    let known: Promise<string> | undefined;
    const token = (renew: boolean) => (known = renew || !known ? this.token(chosen ?? fitting) : known);
    return new Gateway(this.url, bearer ? () => Promise.resolve(bearer) : token, patience);
  }

  /** The name of the machine client of a department; undefined when the demonstration has none, or there is no demonstration. */
  clientOf(unit: string): string | undefined {
    return this.bearer ? undefined : this.demonstration().clients.find((client) => client.unit === unit)?.id;
  }

  private demonstration(): Demonstration & { issuer: string } {
    const { settings } = this;
    if (!settings) throw new Error('demonstration users are those of the demonstration on this machine; leave CHENGXIN_URL out');
    const demonstration = readDemonstration(settings.dataDir);
    if (!demonstration) throw new Error(`there is no demonstration in ${settings.dataDir}: run npm start first`);
    return { ...demonstration, issuer: settings.issuer };
  }
}

async function signedIn(issuer: string, token: Promise<string>): Promise<string> {
  try {
    return await token;
  } catch (fault) {
    const silent = fault instanceof TypeError && fault.message === 'fetch failed';
    throw silent ? new Error(`the issuer does not answer at ${issuer}: run npm start first`, { cause: fault }) : fault;
  }
}
