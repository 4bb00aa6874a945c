#!/usr/bin/env python3
"""unions.py [BRANCHES ...]: CPU seconds that compat takes for unions that grow, each pair in a process of its own.

Documents are made here: unions told apart by a tag, a discriminator, required members or nothing, of 4 to 64 branches
unless others are named, of which one gains an optional member; and a large document of recursive expandable references.
Start-up and reading are part of each figure; `same` is what they take. Fails if a pair is not compatible.
"""
import copy, json, os, random, resource, subprocess, sys, tempfile

JAR = os.environ.get('COMPAT_JAR', 'contract-tests/target/contract-tests.jar')


def branch(kind, i):
    own = 'p' if kind == 'shared' else f'p{i}_'
    properties = {f'{own}{j}': {'type': 'string'} for j in range(6)}
    schema = {'type': 'object', 'properties': properties}
    if kind in ('tag', 'discriminator'):
        properties['type'] = {'type': 'string', 'enum': [f'm{i}']}
        schema['required'] = ['type']
    elif kind == 'required':
        properties[f'k{i}'] = {'type': 'string'}
        schema['required'] = [f'k{i}']
    return schema


def document(paths, schemas):
    return {'openapi': '3.1.0', 'info': {'title': 'Bench', 'version': '1.0.0'}, 'paths': paths,
            'components': {'schemas': schemas}}


def operation(schema):
    content = {'application/json': {'schema': schema}}
    return {'post': {'requestBody': {'content': content},
                     'responses': {'200': {'description': 'Done.', 'content': content}}}}


def ref(name):
    return {'$ref': f'#/components/schemas/{name}'}


def union(kind, n):
    schemas = {f'M{i}': branch(kind, i) for i in range(n)}
    schema = {'oneOf': [ref(f'M{i}') for i in range(n)]}
    if kind == 'discriminator':
        mapping = {f'm{i}': f'#/components/schemas/M{i}' for i in range(n)}
        schema['discriminator'] = {'propertyName': 'type', 'mapping': mapping}
    return document({'/things': operation({'type': 'object', 'properties': {'method': schema}})}, schemas)


def expandable(n):
    """Each object with twenty members, many of them an id or the object itself, in circles."""
    dice, schemas = random.Random(1), {}
    for i in range(n):
        properties = {'object': {'type': 'string', 'enum': [f'o{i}']}}
        for j in range(20):
            other = ref(f'M{dice.randrange(n)}')
            properties[f'f{j}'] = dice.choice([
                {'type': 'string'}, {'anyOf': [{'type': 'string', 'maxLength': 5000}, other]},
                {'type': 'array', 'items': other}, {'anyOf': [other, {'type': 'null'}]}])
        schemas[f'M{i}'] = {'type': 'object', 'required': ['object'], 'properties': properties}
    return document({f'/m{i}': operation(ref(f'M{i}')) for i in range(n)}, schemas)


def seconds(old, new):
    with tempfile.TemporaryDirectory() as folder:
        for name, tree in (('old.json', old), ('new.json', new)):
            with open(os.path.join(folder, name), 'w') as file:
                json.dump(tree, file)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        status = subprocess.run(['java', '-jar', os.path.abspath(JAR), 'compat', 'old.json', 'new.json'], cwd=folder,
                                stdout=subprocess.DEVNULL).returncode
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, status


def measure(name, old):
    new = copy.deepcopy(old)
    schemas = new['components']['schemas']
    schemas[f'M{len(schemas) // 2}']['properties']['extra'] = {'type': 'string'}
    same, _ = seconds(old, old)
    grown, status = seconds(old, new)
    print(f'{name:24} same {same:6.2f}  grown {grown:6.2f}  {"ok" if status == 0 else "status " + str(status)}', flush=True)
    return status == 0


sizes = [int(n) for n in sys.argv[1:]] or [4, 8, 16, 32, 64]
good = [measure(f'{kind} {n}', union(kind, n))
        for kind in ('tag', 'discriminator', 'required', 'optional', 'shared') for n in sizes]
if not sys.argv[1:]:
    good.append(measure('expandable 300', expandable(300)))
sys.exit(0 if all(good) else 1)
