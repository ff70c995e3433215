import { ServiceConfig } from '@chengxin/platform';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUrl, Min } from 'class-validator';
import type { Upstream } from './routing/routing-table.js';

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

  @IsOptional() @IsString() kafkaOperatorUsername?: string;
  @IsOptional() @IsString() kafkaOperatorPassword?: string;

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
