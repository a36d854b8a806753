import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/** The site map: a URL that is not here does not exist. */
export default [
  index('routes/site/index.tsx'),

  route(':locale', 'routes/site/layout.tsx', [
    index('routes/site/home.tsx'),
    route('privacy', 'routes/site/privacy.tsx'),
    route('confirm/:token', 'routes/site/confirm.tsx'),
    route('unsubscribe/:token', 'routes/site/unsubscribe.tsx'),
    route(':campaign', 'routes/site/campaign.tsx'),
    route(':campaign/sign', 'routes/site/sign.tsx'),
    route(':campaign/signed', 'routes/site/signed.tsx'),
    route(':campaign/confirmed', 'routes/site/confirmed.tsx'),
    route(':campaign/easy', 'routes/site/easy.tsx'),
    route(':campaign/testify', 'routes/site/testify.tsx'),
    route(':campaign/testimonies', 'routes/site/testimonies.tsx'),
    route(':campaign/testimonies/:id', 'routes/site/testimony.tsx'),
    route(':campaign/numbers', 'routes/site/numbers.tsx'),
    route(':campaign/updates', 'routes/site/updates.tsx'),
    route(':campaign/updates/:id', 'routes/site/update.tsx'),
    route('*', 'routes/site/missing.tsx'),
  ]),

  route('admin/enter/:token', 'routes/admin/enter.tsx'),
  route('admin', 'routes/admin/layout.tsx', [
    index('routes/admin/dashboard.tsx'),
    route('leave', 'routes/admin/leave.tsx'),
    route('campaigns', 'routes/admin/campaigns.tsx'),
    route('signatures', 'routes/admin/signatures.tsx'),
    route('testimonies', 'routes/admin/testimonies.tsx'),
    route('testimonies/:id', 'routes/admin/testimony.tsx'),
    route('mailings', 'routes/admin/mailings.tsx'),
    route('mailings/:id', 'routes/admin/mailing.tsx'),
    route('numbers', 'routes/admin/numbers.tsx'),
    route('team', 'routes/admin/team.tsx'),
    route('audit', 'routes/admin/audit.tsx'),
    route('settings', 'routes/admin/settings.tsx'),
  ]),
  route('admin/numbers/download', 'routes/admin/numbers-download.ts'),

  ...prefix('api/v1', [
    route('campaigns', 'routes/machine/campaigns.ts'),
    route('campaigns/:slug', 'routes/machine/campaign.ts'),
    route('campaigns/:slug/count', 'routes/machine/count.ts'),
    route('campaigns/:slug/counts', 'routes/machine/counts.ts'),
  ]),
  route('api/*', 'routes/machine/missing.ts'),
  route('*', 'routes/site/missing-anywhere.tsx'),
] satisfies RouteConfig
