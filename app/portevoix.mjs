#!/usr/bin/env node
import './production.mjs'
import { register } from 'tsx/esm/api'

register()
const { answerByRule } = await import('./cli-rules.ts')
if (!(await answerByRule(process.argv.slice(2)))) await import('./cli.ts')
