@echo off
rem Starts Postern with Java 21 or later: the one JAVA_HOME names, else the first on the PATH.
setlocal
set "HERE=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%HERE%jre\bin\java.exe" set "JAVA=%HERE%jre\bin\java"
set "VERSION=0"
for /f "tokens=3" %%V in ('""%JAVA%" -version 2^>^&1 ^| findstr /i version"') do set "VERSION=%%~V"
for /f "delims=.-+" %%M in ("%VERSION%") do set "VERSION=%%M"
if %VERSION% lss 21 (
    echo Postern needs Java 21 or later. Install a JDK or set JAVA_HOME. 1>&2
    exit /b 1
)
for %%J in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%J"
:start
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED %POSTERN_JVM% "-Dosgi.instance.area.default=%LOCALAPPDATA%\Postern\workspace" -jar "%LAUNCHER%" %*
rem 23: the workbench asks to be started again
if %ERRORLEVEL% equ 23 goto start
exit /b %ERRORLEVEL%
