@echo off
rem Starts Postern with Java 21 or later: the one JAVA_HOME names, else the first on the PATH.
rem When the first word is a command's name (postern help lists them) that is run without a window.
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
set "JVM=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED"
set "FIRST=%~1"
if "%FIRST%"=="-data" set "FIRST=%~3"
if not defined FIRST goto start
rem See the script for other systems: a download needs the second compiler.
if "%FIRST%"=="sync" set "JVM=-XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions -XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=12000 -XX:Tier4CompileThreshold=300000 -XX:Tier4BackEdgeThreshold=800000 -Xshare:auto --enable-native-access=ALL-UNNAMED"
echo "%FIRST%"| findstr /r /c:"^.[a-z][a-z0-9-]*.$" >nul || goto start
"%JAVA%" %JVM% %POSTERN_JVM% -Dosgi.startLevel=4 "-Dorg.postern.data=%LOCALAPPDATA%\Postern\workspace" -jar "%LAUNCHER%" -nosplash -application org.postern.cli.application -data @none %*
exit /b %ERRORLEVEL%
:start
"%JAVA%" %JVM% %POSTERN_JVM% "-Dosgi.instance.area.default=%LOCALAPPDATA%\Postern\workspace" -jar "%LAUNCHER%" %*
rem 23: the workbench asks to be started again
if %ERRORLEVEL% equ 23 goto start
exit /b %ERRORLEVEL%
