#!/usr/bin/env node
import './production.mjs'
import { register } from 'tsx/esm/api'

register()
await import('./cli.ts')
