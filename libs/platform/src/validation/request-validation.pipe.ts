import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { InvalidRequest, faultsOf, type RequestPart } from '../problems/invalid-request.js';

const PARTS: Partial<Record<ArgumentMetadata['type'], RequestPart>> = { body: 'body', query: 'query', param: 'path' };

/**
 * Checks DTOs strictly: unknown fields refused, no implicit conversion. Wrong shape throws InvalidRequest with a JSON
 * Pointer for each fault.
 */
@Injectable()
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      transformOptions: { exposeDefaultValues: true },
      validationError: { target: true, value: false },
      exceptionFactory: (errors) => errors as never,
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (thrown) {
      if (!Array.isArray(thrown)) throw thrown;
      throw new InvalidRequest(faultsOf(thrown, PARTS[metadata.type] ?? 'body'));
    }
  }
}
