/** The files of Swagger UI that the page needs; nothing else of the package is served. */
export const PAGE_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** Nothing comes from another host. Swagger UI sets styles on its elements, hence the one `unsafe-inline`. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The reference page: the REST API of all services, and the way to what is said on Kafka. */
export const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>诚信 Chengxin API</title>
<link rel="icon" href="/api/reference/favicon-32x32.png">
<link rel="stylesheet" href="/api/reference/swagger-ui.css">
<link rel="stylesheet" href="/api/reference/page.css">
</head>
<body>
<header>
<strong>诚信 Chengxin</strong>
<nav>
<a href="/api/openapi.json">OpenAPI</a>
<a href="/api/asyncapi.json">AsyncAPI</a>
<a href="/health/ready">Health</a>
</nav>
</header>
<main id="reference"></main>
<script src="/api/reference/swagger-ui-bundle.js"></script>
<script src="/api/reference/page.js"></script>
</body>
</html>
`;

/** Starts Swagger UI on the merged document; the validator badge would be fetched from another host. */
export const PAGE_SCRIPT = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', validatorUrl: null, docExpansion: 'none', persistAuthorization: true });
`;

/** The header above Swagger UI. */
export const PAGE_STYLE = `body { margin: 0; }
header { display: flex; gap: 2rem; align-items: baseline; padding: 1rem 2rem; background: #0b5cad; color: #fff; font-family: sans-serif; }
header a { color: #fff; margin-right: 1rem; }
`;
