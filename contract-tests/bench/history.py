#!/usr/bin/env python3
"""Measures what consecutive editions of a real document cost `compat`, in one batch and told in one change log.

history.py REPOSITORY PATH [PAIRS [HEAP]]: takes the last so many (50) commits of a git repository that changed the
document at the path, and prints, in a heap of so much (512m): the median, the mean and the worst CPU seconds of a pair
in a batch, the most memory, what share of the findings is undecided, and the CPU seconds of one change log over the
last four editions. Needs Linux, Git and Python.
"""
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile

JAR = os.environ.get('COMPAT_JAR', 'contract-tests/target/contract-tests.jar')
TICKS = os.sysconf('SC_CLK_TCK')


def git(repository, *arguments):
    return subprocess.run(['git', '-C', repository, *arguments], capture_output=True, check=True).stdout


def editions(repository, path, count, folder):
    commits = git(repository, 'log', '--first-parent', '--diff-filter=AM', '--format=%H', '-n', str(count), '--', path).decode().split()
    files = []
    for number, commit in enumerate(reversed(commits)):
        files.append(os.path.join(folder, '%03d-%s' % (number, os.path.basename(path))))
        with open(files[-1], 'wb') as file:
            file.write(git(repository, 'show', commit + ':' + path))
    return files


def cpu(process):
    with open('/proc/%d/stat' % process.pid, encoding='utf-8') as stat:
        fields = stat.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def batch(files, heap):
    process = subprocess.Popen(['java', '-Xmx' + heap, '-jar', JAR, 'compat', '--batch'], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    spent, answers, before = [], [], 0
    for old, new in zip(files, files[1:]):
        process.stdin.write('%s\t%s\n' % (old, new))
        process.stdin.flush()
        answers.append(process.stdout.readline().strip())
        now = cpu(process)
        spent.append(now - before)
        before = now
    process.stdin.close()
    process.wait()
    return spent, answers


def changelog(files, heap):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(['java', '-Xmx' + heap, '-jar', JAR, 'compat', *files, '--changelog'], capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def count(answers, word):
    return sum(int(found) for each in answers for found in re.findall(r'(\d+) ' + word, each))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    pairs = int(sys.argv[3]) if len(sys.argv) > 3 else 50
    heap = sys.argv[4] if len(sys.argv) > 4 else '512m'
    with tempfile.TemporaryDirectory() as folder:
        files = editions(sys.argv[1], sys.argv[2], pairs + 1, folder)
        size = os.path.getsize(files[-1]) / 1e6
        spent, answers = batch(files, heap)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        undecided = count(answers, 'undecided')
        told = sum(count(answers, word) for word in ('breaking', 'undecided', 'compatible'))
        print('%s, %.1f MB, %d pairs: median %.2f, mean %.2f, worst %.2f CPU s a pair in a batch, %.0f MB; %d of %d findings'
              ' undecided; %d could not be run; a change log over four editions %.1f CPU s' % (
                  os.path.basename(sys.argv[2]), size, len(spent), statistics.median(spent), statistics.mean(spent),
                  max(spent), memory, undecided, told, sum(each.startswith('2') for each in answers),
                  changelog(files[-4:], heap)))


main()
