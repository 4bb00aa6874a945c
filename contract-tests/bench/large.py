#!/usr/bin/env python3
"""Measures what a pair of large documents costs `compat`: by itself, and as one of several in a batch.

large.py [MEGABYTES [PAIRS]]: makes a document of so many megabytes (0.3) and editions of it (6) that differ by some 60
edits each, and prints the CPU seconds of one process for one pair, of one for a document and itself, and of a batch a
pair. Every schema reaches most others, so that each operation meets most edits: harder than documents that people write.
"""
import json
import os
import random
import resource
import subprocess
import sys
import tempfile

JAR = os.environ.get('COMPAT_JAR', 'contract-tests/target/contract-tests.jar')
WORDS = 'order item price owner state city street number name code label amount limit colour weight height'.split()


def scalar(r):
    return r.choice([
        lambda: {'type': 'string', 'maxLength': r.randint(10, 200)},
        lambda: {'type': 'string', 'enum': sorted(r.sample(WORDS, r.randint(2, 9)))},
        lambda: {'type': 'integer', 'minimum': 0, 'maximum': r.randint(10, 10_000)},
        lambda: {'type': 'string', 'format': r.choice(['date', 'date-time', 'uuid', 'uri'])},
        lambda: {'type': 'boolean'},
        lambda: {'type': 'string', 'pattern': '^[a-z]{%d,%d}$' % (r.randint(1, 3), r.randint(4, 30))},
        lambda: {'type': 'number', 'nullable': True},
    ])()


def schema(r, number, known):
    properties = {}
    for name in r.sample(WORDS, r.randint(4, 12)):
        kind = r.random()
        if known and kind < 0.25:
            properties[name] = {'$ref': '#/components/schemas/' + r.choice(known)}
        elif known and kind < 0.4:
            properties[name] = {'type': 'array', 'items': {'$ref': '#/components/schemas/' + r.choice(known)}}
        elif known and kind < 0.46:
            properties[name] = {'oneOf': [{'$ref': '#/components/schemas/' + each} for each in r.sample(known, min(3, len(known)))]}
        else:
            properties[name] = dict(scalar(r), description='The ' + name + ' of thing %d. ' % number + 'It says more. ' * r.randint(1, 6))
    properties['kind'] = {'type': 'string', 'enum': ['thing%d' % number]}
    made = {'type': 'object', 'required': ['kind', *sorted(r.sample(sorted(properties), 2))], 'properties': properties}
    return made if not known or r.random() > 0.1 else {'allOf': [{'$ref': '#/components/schemas/Base'}, made]}


def document(megabytes, seed):
    r = random.Random(seed)
    schemas, paths, size = {'Base': {'type': 'object', 'properties': {'id': {'type': 'string', 'format': 'uuid'}}}}, {}, 0
    while size < megabytes * 1_000_000:
        number = len(schemas)
        name = 'Thing%d' % number
        schemas[name] = schema(r, number, list(schemas)[-40:])
        used = {'content': {'application/json': {'schema': {'$ref': '#/components/schemas/' + name}}}}
        paths['/things%d/{id}' % number] = {
            'get': {
                'operationId': 'get%d' % number, 'summary': 'Shows thing %d.' % number, 'tags': [WORDS[number % len(WORDS)]],
                'parameters': [{'name': 'id', 'in': 'path', 'required': True, 'schema': {'type': 'integer'}},
                               {'name': 'limit', 'in': 'query', 'schema': {'type': 'integer', 'maximum': 100}}],
                'responses': {'200': dict(used, description='The thing.'), '404': {'description': 'None.'}}},
            'put': {
                'operationId': 'put%d' % number, 'parameters': [{'name': 'id', 'in': 'path', 'required': True, 'schema': {'type': 'integer'}}],
                'requestBody': dict(used, required=True), 'responses': {'200': dict(used, description='The thing.')}}}
        size += len(json.dumps(schemas[name])) + len(json.dumps(paths['/things%d/{id}' % number]))
    return {'openapi': '3.0.3', 'info': {'title': 'Large', 'version': '1.0.0'}, 'paths': paths, 'components': {'schemas': schemas}}


def edited(document, seed):
    """A successor: limits, members, values and operations change here and there."""
    r = random.Random(seed)
    fresh = json.loads(json.dumps(document))
    schemas = [each for each in fresh['components']['schemas'].values() if 'properties' in each]
    for each in r.sample(schemas, 40):
        name = r.choice(sorted(each['properties']))
        member = each['properties'][name]
        if 'enum' in member:
            member['enum'].append('new%d' % seed)
        elif 'maxLength' in member:
            member['maxLength'] += r.choice([-5, 5])
        elif 'maximum' in member:
            member['maximum'] += r.choice([-5, 5])
        else:
            each['properties']['added%d' % seed] = {'type': 'string'}
    for path in r.sample(sorted(fresh['paths']), 10):
        fresh['paths'][path]['get']['parameters'][1]['schema']['maximum'] = 50
    for path in r.sample(sorted(fresh['paths']), 5):
        fresh['paths'][path].pop('put', None)
    return fresh


def cpu(arguments, text=''):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(['java', '-Xmx768m', '-jar', JAR, 'compat', *arguments], input=text, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode > 1:
        sys.exit(run.stderr)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, run.stdout


def main():
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 0.3
    pairs = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    with tempfile.TemporaryDirectory() as folder:
        editions = [document(megabytes, 1)]
        for number in range(pairs):
            editions.append(edited(editions[-1], number))
        files = []
        for number, edition in enumerate(editions):
            files.append(os.path.join(folder, '%d.json' % number))
            with open(files[-1], 'w', encoding='utf-8') as file:
                json.dump(edition, file)
        same, _ = cpu([files[0], files[0]])
        one, out = cpu(files[:2])
        lines = ''.join('%s\t%s\n' % pair for pair in zip(files, files[1:]))
        batch, _ = cpu(['--batch'], lines)
        print('%.1f MB: the same %.1f CPU s, one pair %.1f CPU s, in a batch %.2f CPU s a pair; %s' % (
            os.path.getsize(files[0]) / 1e6, same, one, batch / pairs, out.strip().splitlines()[-2]))


main()
