import { type ConfigFault, loginFaults, ServiceConfig } from '@chengxin/platform';
import { Transform } from 'class-transformer';
import { IsDefined, IsInt, IsOptional, IsString, IsUrl, Min } from 'class-validator';
import { REQUEST_LIMITS, type RequestLimits, requestLimits } from './limits/request-limits.js';
import type { Upstream } from './routing/routing-table.js';

const NO_LIMITS = {
  context: { zh: '须写作 角色=每分钟次数，如 public=600', en: 'must be written role=requests-a-minute, as in public=600' },
};

const IsUpstream = () => IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true });

/** The gateway's settings: where the services are, and the operator's Kafka user, who alone may write the clock. */
export class GatewayConfig extends ServiceConfig {
  /** The gateway owns no database. */
  @IsOptional() override databaseUrl!: string;

  @IsUpstream() registryUrl!: string;
  @IsUpstream() ratingUrl!: string;
  @IsUpstream() repairUrl!: string;
  @IsUpstream() verificationUrl!: string;
  @IsUpstream() disclosureUrl!: string;
  @IsUpstream() deliveryUrl!: string;
  @IsUpstream() auditUrl!: string;

  /** How long a service may be silent, seconds. */
  @Transform(({ value }) => Number(value)) @IsInt() @Min(1) answerTimeoutSeconds = 60;

  /** What differs from the shipped limits: `public=1200, department-client=60000`. */
  @Transform(({ value }) => requestLimits(String(value))) @IsDefined(NO_LIMITS) requestLimits: RequestLimits = REQUEST_LIMITS;

  @IsOptional() @IsString() kafkaOperatorUsername?: string;
  @IsOptional() @IsString() kafkaOperatorPassword?: string;

  /** Those of every service, and of the operator's login. */
  override faults(): ConfigFault[] {
    const variables = { user: 'KAFKA_OPERATOR_USERNAME', password: 'KAFKA_OPERATOR_PASSWORD' };
    const { kafkaOperatorUsername: user, kafkaOperatorPassword: password } = this;
    return [...super.faults(), ...loginFaults({ variables, user, password }, this.demonstration)];
  }

  /** The address of a service, without a path. */
  upstream(service: Upstream): string {
    return new URL(this[`${service}Url`]).origin;
  }

  /** How the operator reaches the broker; like everybody where the broker asks nobody who he is. */
  operator(): { brokers: string[]; username?: string; password?: string; prefix: string } {
    const { kafkaBrokers: brokers, kafkaOperatorUsername: username, kafkaOperatorPassword: password, kafkaPrefix: prefix } = this;
    return { brokers, username, password, prefix };
  }
}
