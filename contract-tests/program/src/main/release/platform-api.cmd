@echo off
rem Runs platform-api.jar, which lies beside this file, with the Java that came along, else JAVA_HOME's, else the first on the path.
setlocal
set "java=%~dp0runtime\bin\java.exe"
if not exist "%java%" if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not exist "%java%" set "java=java"
"%java%" -XX:+UseSerialGC %JAVA_OPTS% -jar "%~dp0platform-api.jar" %*
exit /b %ERRORLEVEL%
